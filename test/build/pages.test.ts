import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { BuildError } from '../../build/build-error.ts'
import { composeView } from '../../build/compose.ts'
import { renderDocument } from '../../build/pages.ts'
import { scorm12 } from '../../build/targets/scorm12/scorm12.ts'
import { parseCourse } from '../../course/structure/parse.ts'
import { fixtureCourse } from '../support/fixture-course.ts'
import { temporaryFolder } from '../support/folder.ts'

describe('renderDocument', () => {
  const { course } = parseCourse(fixtureCourse)
  let home: ReturnType<typeof temporaryFolder>
  let folder: string
  beforeEach(() => {
    home = temporaryFolder()
    folder = home.path
    mkdirSync(join(folder, 'question'))
  })
  afterEach(() => home.remove())

  function render(templates: Record<string, string>, title = course.title): string {
    for (const [name, text] of Object.entries(templates)) writeFileSync(join(folder, name), text)
    return renderDocument(composeView({ ...course, title }, scorm12), folder)
  }

  function failure(templates: Record<string, string>): BuildError {
    try {
      render(templates)
    } catch (error) {
      if (error instanceof BuildError) return error
    }
    throw new Error('the templates were taken')
  }

  it('places every template by its path', () => {
    const html = render({
      'shell.hbs':
        '{{#each pages}}{{#if (is kind "quiz")}}{{#each questions}}{{> (lookup . "partial")}}{{/each}}{{/if}}{{/each}}',
      'question/single.hbs': 'S',
      'question/multi.hbs': 'M',
      'question/truefalse.hbs': 'T',
      'question/order.hbs': 'O',
      'question/match.hbs': 'P',
      'question/numeric.hbs': 'N',
    })
    expect(html).to.equal('SMTOPN')
  })

  it('escapes text and lets the course’s HTML stand', () => {
    const html = render(
      { 'shell.hbs': '<h1>{{title}}</h1>{{#each pages}}{{#if html}}{{html}}{{/if}}{{/each}}' },
      'A < "B"',
    )
    expect(html).to.include('<h1>A &lt; &quot;B&quot;</h1><p class="lead">En kvinna')
  })

  it('sets the text, the templates’ own words too', () => {
    expect(render({ 'shell.hbs': '<p>\n    FL 6 §\n</p>' })).to.equal('<p>\nFL\u00a06\u00a0§\n</p>')
  })

  it('stops at a name that the view does not have', () => {
    expect(failure({ 'shell.hbs': '{{titel}}' }).message).to.match(/"titel" not defined/)
  })

  it('says file and line of a template that cannot be read', () => {
    const { file, line } = failure({ 'shell.hbs': 'a\nb {{#each pages}}\nc {{/if}}' })
    expect({ file, line }).to.deep.equal({ file: join(folder, 'shell.hbs'), line: 2 })
  })

  it('refuses text without protection', () => {
    const { file, line } = failure({ 'shell.hbs': 'a\n{{{title}}}' })
    expect({ file, line }).to.deep.equal({ file: join(folder, 'shell.hbs'), line: 2 })
  })
})
