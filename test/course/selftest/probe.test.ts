import { expect } from 'chai'
import { edition as scorm12 } from '../../../course/runtime/trackers/scorm12.ts'
import { edition as scorm2004 } from '../../../course/runtime/trackers/scorm2004.ts'
import { conclusion, isGood } from '../../../course/selftest/finding.ts'
import { readBack, writeAll } from '../../../course/selftest/probe.ts'
import { supportText } from '../../../course/selftest/report.ts'
import { sampleState } from '../../../course/selftest/sample.ts'
import { type Faults, lmsWith } from '../../support/selftest-lms.ts'

const now = new Date('2026-11-24T13:03:22.000Z')

for (const edition of [scorm12, scorm2004]) {
  /** Every launch that the page would ask for. */
  function test(faults?: Faults) {
    const lms = lmsWith(edition, faults)
    const sitting = writeAll(lms.launch(), edition, now)
    const launches = [sitting]
    for (let left = sitting.left; left > 0; left = launches.at(-1)?.left ?? 0)
      launches.push(readBack(lms.launch(), edition, left))
    const findings = launches.flatMap((launch) => launch.findings)
    const bad = findings.filter((finding) => !isGood(finding))
    return { findings, bad: bad.map(({ what, outcome }) => `${what}: ${outcome}`), launches: launches.length }
  }

  describe(`the self-test in ${edition.title}`, () => {
    const long = edition.longestState === 4096 ? '4\u00a0096' : '64\u00a0000'

    it('finds nothing wrong with a good LMS, in two launches', () => {
      const { findings, bad, launches } = test()
      expect(bad).to.deep.equal([])
      expect(launches).to.equal(2)
      expect(conclusion(findings)).to.deep.equal({
        good: true,
        sentence: 'Kursen fungerar här. Allt som den skriver kom fram och gick att läsa igen.',
      })
      expect(findings.map(({ what }) => what)).to.include.members([
        'Läget, 3\u00a0500 tecken',
        `Läget, ${long} tecken`,
        `Läget efter omstart, ${long} tecken`,
        'Svar på parfråga',
        'Moduler som mål',
        'Tid och avslut',
        'Återkomst',
      ])
    })

    it('finds an LMS that cuts what is long, and how long it may be', () => {
      const { findings, bad } = test({ cutsAt: 255 })
      expect(bad).to.include.members(['Läget, 3\u00a0500 tecken: cut', `Läget, ${long} tecken: cut`])
      expect(findings.find(({ outcome }) => outcome === 'cut')?.detail).to.include('läste 255 tecken')
      expect(conclusion(findings).good).to.equal(false)
    })

    it('takes an LMS that only cuts what the course never writes', () => {
      const { findings, bad } = test({ cutsAt: 3600 })
      expect(bad).to.deep.equal([`Läget, ${long} tecken: cut`])
      expect(conclusion(findings)).to.deep.equal({
        good: true,
        sentence: `Kursen fungerar här. Det här kommer däremot inte fram: läget, ${long} tecken.`,
      })
    })

    it('finds an LMS that drops å, ä and ö, without which the course still works', () => {
      const { findings, bad } = test({ dropsSwedish: true })
      expect(bad).to.include.members(['Å, ä och ö: changed', 'Å, ä och ö efter omstart: changed'])
      expect(conclusion(findings).good).to.equal(true)
    })

    it('finds an LMS that refuses answers, without which the course still works', () => {
      const { findings, bad } = test({ refusesInteractions: true })
      expect(bad).to.deep.equal(
        ['envalsfråga', 'flervalsfråga', 'sant eller falskt', 'ordningsfråga', 'parfråga', 'talfråga'].map(
          (type) => `Svar på ${type}: refused`,
        ),
      )
      expect(conclusion(findings).good).to.equal(true)
      expect(findings.find(({ outcome }) => outcome === 'refused')?.detail).to.include('401')
    })

    it('finds an LMS that loses the state, after asking with a shorter one as well', () => {
      const { findings, bad, launches } = test({ losesSuspend: true })
      expect(launches).to.equal(3)
      expect(bad).to.include.members([
        `Läget efter omstart, ${long} tecken: lost`,
        'Läget efter omstart, 3\u00a0500 tecken: lost',
        'Återkomst: lost',
      ])
      expect(conclusion(findings).good).to.equal(false)
    })

    it('finds an LMS that answers true to everything and stores nothing', () => {
      const { findings, bad, launches } = test({ yesMan: true })
      expect(launches).to.equal(1)
      expect(bad).to.include.members(['Läget, 3\u00a0500 tecken: lost', 'Status: lost', 'Poäng: lost'])
      expect(conclusion(findings).sentence).to.match(/^Kursen kan inte lita på den här utbildningsportalen/)
    })

    it('finds an LMS that opens no session', () => {
      expect(test({ closed: true }).bad).to.deep.equal(['Start: refused'])
    })

    it('says everything in the text to the support, plainly', () => {
      const { findings } = test({ cutsAt: 255 })
      const text = supportText(findings, { standard: edition.title, agent: 'Webbläsare' })
      expect(text).to.match(
        new RegExp(`^Självtest av utbildningsportalen med ${edition.title}\nWebbläsare\n\nKursen kan inte`),
      )
      expect(text.split('\n')).to.have.lengthOf(findings.length + 5)
      expect(text).to.include(
        'Avkortat: Läget, 3\u00a0500 tecken (cmi.suspend_data: skrev 3\u00a0500 tecken, läste 255 tecken)',
      )
    })
  })
}

describe('sampleState', () => {
  it('is as long as asked, in the letters of the course’s state, and the same each time', () => {
    for (const length of [3500, 4096, 64_000]) {
      expect(sampleState(length))
        .to.have.lengthOf(length)
        .and.to.match(/^[\w.-]+$/)
      expect(sampleState(length)).to.equal(sampleState(length))
    }
    expect(new Set(sampleState(4096).match(/.{64}/g))).to.have.lengthOf(64)
  })
})
