import { expect } from 'chai'
import { targets } from '../../../build/build-all.ts'
import { composeView } from '../../../build/compose.ts'
import { renderDocument } from '../../../build/pages.ts'
import { ownWorkshop } from '../../../build/workshop.ts'
import { parseCourse } from '../../../course/structure/parse.ts'
import { fixtureCourse } from '../../support/fixture-course.ts'

const { course } = parseCourse(fixtureCourse)

/** Who can see a learner's answers, by the format's tracker. */
const seers: Record<string, RegExp> = {
  scorm12: /sköter kommunens utbildningsportal/,
  scorm2004: /sköter kommunens utbildningsportal/,
  cmi5: /databas \(LRS\) som kommunen har valt/,
  xapi: /databas \(LRS\) som kommunen har valt/,
  web: /Ingen annan\. Svaren finns bara i den här webbläsaren/,
  hosted: /slumptal, inte under ditt namn.*granskare.*rapportläsare.*grupper under fem.*lotssamordnaren/,
}

describe('the first page', () => {
  for (const target of targets)
    it(`says who sees the answers, as ${target.name}`, () => {
      const html = renderDocument(composeView(course, target), ownWorkshop.templates).replaceAll('\u00ad', '')
      const cover = html.slice(html.indexOf('id="cover"'), html.indexOf('id="slot"'))
      const [, text = ''] = /Vem ser mina svar\?<\/h2>(.*?)<\/section>/s.exec(cover) ?? []
      const seer = target.name === 'hosted' ? 'hosted' : target.tracker
      expect(text.replace(/<[^>]*>|\s+/g, ' ').replace(/ +/g, ' ')).to.match(seers[seer] ?? /^$/)
    })

  it('marks what somebody says in another language', () => {
    const html = renderDocument(composeView(course, targets[0] as (typeof targets)[number]), ownWorkshop.templates)
    expect(html).to.match(/<p class="reply" tabindex="-1" lang="en">–.Who can help me\?<\/p>/)
  })
})
