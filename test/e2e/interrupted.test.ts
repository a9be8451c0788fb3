import { expect } from 'chai'
import { needsChromium } from '../support/browser.ts'
import { type BuiltCourse, buildCourse } from '../support/course-package.ts'
import { expectedProjection } from '../support/expected-projection.ts'
import { workshopFor } from '../support/fixture-course.ts'
import { type Stage, stages } from '../support/formats.ts'
import { afterEveryPage, type Manner, manners, takeCourse } from '../support/take-course.ts'
import { twoModules } from '../support/two-modules.ts'

describe('a short course of two modules, a question of every type in each', function () {
  this.timeout(120_000)
  const content = twoModules()
  let chromium = ''
  let course: BuiltCourse

  before(async function () {
    chromium = needsChromium(this)
    course = await buildCourse(workshopFor(content.folder))
  })

  after(() => {
    course?.remove()
    content.remove()
  })

  /** Wrong everywhere in the first module; wrong and then right in the second. */
  const manner: Manner = (question) =>
    question.id.match(/^(Q-M|S)1/) ? manners.failing(question) : manners.mending(question)

  for (const [format, open] of Object.entries(stages))
    it(`tells all there is to tell as ${format}, though the tab is closed on every page`, async () => {
      const { data } = course
      const stage: Stage = await open({ course, data, chromium })
      const given = await takeCourse({ data, manner, sit: stage.sit, interrupt: afterEveryPage() })
      expect(await stage.projection()).to.deep.equal(expectedProjection(data, given))
      expect(stage.breaches()).to.deep.equal([])
      await stage.stop()
    })
})
