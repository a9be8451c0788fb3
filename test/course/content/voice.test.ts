import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { parse } from 'yaml'

interface Head {
  slag: 'las' | 'kort' | 'uppgift'
  bild?: { alt: string; text?: string }
  lag?: { text: string }[]
  marginal?: { rader: string[] }
}

const content = join(import.meta.dirname, '../../../course/content/sv')

const pages = readdirSync(content, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => {
    const [, head = '', body = ''] = readFileSync(join(content, name), 'utf8').split(/^---$/m)
    return { name, head: parse(head) as Head, body }
  })

/** Sentences of the running text, headings and list marks left out; a table's row is read as one. */
function sentences(markdown: string): string[] {
  return markdown
    .replace(/^#+ .*$/gm, '')
    .replace(/[*”]/g, '')
    .split(/\n\s*\n|\n(?:\d\.|-) |\n(?=\|)/)
    .flatMap((block) => block.replace(/^\s*(?:\d\.|-) /, '').split(/(?<=[.?:])\s+/))
    .map((sentence) => sentence.trim())
    .filter(Boolean)
}

const words = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

describe("the pages' voice", () => {
  it('is heard in at least one module', () => {
    expect(pages.filter(({ head }) => head.slag === 'las')).to.have.length.at.least(5)
  })

  for (const { name, head, body } of pages) {
    const beside = [head.bild?.text, ...(head.lag ?? []).map(({ text }) => text), ...(head.marginal?.rader ?? [])]

    it(`${name} has sentences of 15 words on average at most, and none over 25`, () => {
      const lengths = [...sentences(body), ...beside.flatMap((text) => sentences(text ?? ''))].map(words)
      expect(Math.max(...lengths)).to.be.at.most(25)
      expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).to.be.at.most(15)
    })

    it(`${name} neither shouts nor excuses itself, and stays off the blueprint's notes`, () => {
      expect(`${body} ${beside.join(' ')}`).not.to.match(/!|\btyvärr\b|\bvänligen\b|\bOBS\b|\[V\d+\]/i)
    })

    it(`${name} keeps its margin note under 30 words`, () => {
      expect(words((head.marginal?.rader ?? []).join(' '))).to.be.at.most(30)
    })
  }
})
