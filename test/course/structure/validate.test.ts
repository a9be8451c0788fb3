import { rmSync } from 'node:fs'
import { expect } from 'chai'
import type { Issue } from '../../../course/structure/findings.ts'
import { parseCourse } from '../../../course/structure/parse.ts'
import { validateCourse } from '../../../course/structure/validate.ts'
import { CourseCopy, fixtureCourse, fixturePictures } from '../../support/fixture-course.ts'

const validate = (folder: string) => validateCourse(parseCourse(folder), Object.keys(fixturePictures))

/** One thing broken: what stands where, what it becomes, on which line the mistake is found (a text on it), and what is said. */
interface Break {
  what: string
  file: string
  from: string
  to: string
  at?: string
  says: RegExp
  severity?: Issue['severity']
}

const page = 'm1/lasa.md'
const quiz = 'm1/quiz.yaml'
const scenario = 'm1/scenario.yaml'
const module = 'm1/module.yaml'

const breaks: Break[] = [
  {
    what: 'a link to no page',
    file: page,
    from: '(#M1-kort)',
    to: '(#M1-kartan)',
    says: /”M1-kartan”, som inte finns/,
  },
  {
    what: 'a link to no source',
    file: page,
    from: '(kalla:fl-6)',
    to: '(kalla:fl-66)',
    says: /Källan ”fl-66” finns inte/,
  },
  { what: 'a link without https', file: page, from: '(#M1-kort)', to: '(http://exempel.se)', says: /leder ingenstans/ },
  {
    what: 'a page on an unknown source',
    file: page,
    from: '[fl-6, kurs]',
    to: '[fl-6, kursen]',
    says: /Källan ”kursen” finns inte/,
  },
  {
    what: 'a law box on an unknown source',
    file: page,
    from: '- kalla: fl-6',
    to: '- kalla: fl-9',
    says: /Källan ”fl-9”/,
  },
  {
    what: 'a sentence too long to be read once',
    file: scenario,
    from: 'Hon kommer in.',
    to: `Hon ${'går och '.repeat(12)}kommer.`,
    says: /^Meningen har 26 ord/,
  },
  { what: 'an unknown picture', file: page, from: 'prov.svg', to: 'borta.svg', says: /Bilden ”borta.svg” finns inte/ },
  {
    what: 'a picture without its text',
    file: page,
    from: '  alt: "En vägg."\n',
    to: '',
    at: 'fil: prov.svg',
    says: /”alt” saknas/,
  },
  {
    what: 'a page without a title',
    file: page,
    from: 'titel: "Läsa på dörren"\n',
    to: '',
    at: 'id: M1-lasa',
    says: /”titel” saknas/,
  },
  { what: 'an empty title', file: page, from: '"Läsa på dörren"', to: '""', at: 'titel: ""', says: /”titel” är tom/ },
  {
    what: 'an unknown key in a page',
    file: page,
    from: 'slag: las',
    to: 'slag: las\nfarg: blå',
    at: 'farg',
    says: /Okänd nyckel ”farg”.*titel/,
  },
  {
    what: 'an unknown kind of page',
    file: page,
    from: 'slag: las',
    to: 'slag: läs',
    says: /”slag: läs” finns inte.*las, kort, uppgift/,
  },
  {
    what: 'text for a number',
    file: page,
    from: 'revision: 1',
    to: 'revision: "1"',
    says: /”revision” ska vara ett heltal/,
  },
  { what: 'a non-ASCII id', file: page, from: 'id: M1-lasa', to: 'id: M1-läsa', says: /a–z, A–Z, siffror/ },
  {
    what: 'a page id of another module',
    file: 'm1/uppgift.md',
    from: 'id: M1-uppgift',
    to: 'id: M2-uppgift',
    says: /ska börja med M1-/,
  },
  { what: 'raw HTML in a block', file: page, from: '## Skylten', to: '<div>Hej</div>', says: /Rå HTML/ },
  { what: 'raw HTML in a line', file: page, from: '**stora**', to: '<b>stora</b>', says: /Rå HTML/ },
  {
    what: 'a picture in the text',
    file: page,
    from: '**stora**',
    to: '![stora](prov.svg)',
    says: /Bilder står i sidans huvud/,
  },
  {
    what: 'a heading of the first level',
    file: page,
    from: '## Skylten',
    to: '# Skylten',
    says: /Rubriker i texten skrivs med ##/,
  },
  {
    what: 'a page far too long',
    file: page,
    from: 'Skylten är ny.',
    to: 'Ny ny. '.repeat(55),
    at: 'id: M1-lasa',
    says: /har 1\d\d ord.*60–120/,
  },
  {
    what: 'a page far too short',
    file: 'm1/kort.md',
    from: 'slag: kort',
    to: 'slag: las\nkalla: [kurs]',
    at: 'id: M1-kort',
    says: /har 5 ord/,
  },
  {
    what: 'a page somewhat too long',
    file: page,
    from: 'Skylten är ny.',
    to: 'Ny ny. '.repeat(30),
    at: 'id: M1-lasa',
    says: /har 1\d\d ord/,
    severity: 'warning',
  },
  { what: 'a page without its head', file: 'm1/uppgift.md', from: '---\nid', to: 'id', at: 'id', says: /saknar huvud/ },
  {
    what: 'a page without text',
    file: 'm1/kort.md',
    from: 'Knacka innan du går in.',
    to: '',
    at: 'id: M1-kort',
    says: /ingen text/,
  },
  {
    what: 'a question without a right answer',
    file: quiz,
    from: 'text: "Du.", ratt: true',
    to: 'text: "Du.", ratt: false',
    at: 'val:',
    says: /Q-M1-1 har inget rätt svar/,
  },
  {
    what: 'two right answers to a single question',
    file: quiz,
    from: 'annan.", ratt: false',
    to: 'annan.", ratt: true',
    at: 'val:',
    says: /single men har 2 rätta/,
  },
  {
    what: 'a right answer that is text',
    file: quiz,
    from: 'text: "Du.", ratt: true',
    to: 'text: "Du.", ratt: ja',
    at: 'ratt: ja',
    says: /true eller false/,
  },
  {
    what: 'an option without feedback',
    file: quiz,
    from: ', feedback: "Nej, du."',
    to: '',
    at: 'Någon annan.',
    says: /”feedback” saknas/,
  },
  {
    what: 'feedback for one of two',
    file: quiz,
    from: ', falskt: "Jo, prova."',
    to: '',
    at: 'sant:',
    says: /”falskt” saknas/,
  },
  {
    what: 'the same option twice',
    file: quiz,
    from: 'Någon annan.',
    to: 'Du.',
    at: 'val:',
    says: /”Du.” står två gånger/,
  },
  {
    what: 'an option id of two letters',
    file: quiz,
    from: '{id: b, text: "Någon',
    to: '{id: bb, text: "Någon',
    says: /en bokstav/,
  },
  {
    what: 'an unknown type',
    file: quiz,
    from: 'typ: multi',
    to: 'typ: flerval',
    says: /”typ: flerval” finns inte.*single, multi, truefalse, order/,
  },
  {
    what: 'an unknown key in a question',
    file: quiz,
    from: 'fraga: "Vem öppnar?"',
    to: 'fraga: "Vem öppnar?"\n  fragan: "Vem?"',
    at: 'fragan',
    says: /Okänd nyckel ”fragan”/,
  },
  {
    what: 'a list that is none',
    file: quiz,
    from: 'kalla: [kurs]',
    to: 'kalla: kurs',
    says: /”kalla” ska vara en lista/,
  },
  { what: 'a question on no source', file: quiz, from: 'kalla: [fl-6]', to: 'kalla: []', says: /”kalla” är tom/ },
  {
    what: 'an unknown objective',
    file: quiz,
    from: 'mal: M1.2\n  kalla: [fl-6]',
    to: 'mal: M1.9\n  kalla: [fl-6]',
    says: /Målet ”M1.9” finns inte/,
  },
  {
    what: 'a duplicate question id',
    file: quiz,
    from: 'id: Q-M1-2',
    to: 'id: q-m1-1',
    says: /”q-m1-1” finns redan i .*quiz.yaml, rad 3/,
  },
  {
    what: 'a key twice',
    file: quiz,
    from: 'typ: single',
    to: 'typ: single\n  typ: multi',
    at: 'typ: multi',
    says: /två gånger/,
  },
  {
    what: 'YAML that cannot be read',
    file: quiz,
    from: '"Vem öppnar?"',
    to: '"Vem öppnar?',
    at: '"Vem öppnar?',
    says: /YAML går inte att läsa/,
  },
  {
    what: 'an order of one',
    file: quiz,
    from: '["Knacka", "Vänta", "Gå in"]',
    to: '["Knacka"]',
    says: /bara ett steg/,
  },
  {
    what: 'a match of one',
    file: quiz,
    from: '  - {vanster: "Handtaget", hoger: "Trycks ner när dörren ska öppnas", feedback: "Det trycks ner."}\n  - {vanster: "Klockan", hoger: "Ringer", feedback: "Den ringer."}\n',
    to: '',
    at: 'par:',
    says: /Q-M1-5 har bara ett par. Skriv minst två/,
  },
  {
    what: 'a match too long for one character a side',
    file: quiz,
    from: '  par:\n',
    to: `  par:\n${[1, 2, 3, 4, 5, 6, 7].map((n) => `  - {vanster: "V${n}", hoger: "H${n}", feedback: "Ja."}\n`).join('')}`,
    at: 'par:',
    says: /Q-M1-5 har 10 par. Högst 9 får plats/,
  },
  {
    what: 'two terms alike',
    file: quiz,
    from: 'vanster: "Handtaget"',
    to: 'vanster: "Nyckeln"',
    at: 'par:',
    says: /”Nyckeln” står två gånger i ”par”/,
  },
  {
    what: 'two answers alike',
    file: quiz,
    from: 'hoger: "Ringer"',
    to: 'hoger: "Låser upp"',
    at: 'par:',
    says: /”Låser upp” står två gånger i ”par”/,
  },
  {
    what: 'a pair without its other half',
    file: quiz,
    from: ', hoger: "Ringer"',
    to: '',
    at: 'vanster: "Klockan"',
    says: /”hoger” saknas/,
  },
  {
    what: 'a pair without feedback',
    file: quiz,
    from: ', feedback: "Den ringer."',
    to: '',
    at: 'vanster: "Klockan"',
    says: /”feedback” saknas/,
  },
  {
    what: 'an unknown key in a pair',
    file: quiz,
    from: 'hoger: "Ringer"',
    to: 'hoger: "Ringer", ratt: true',
    at: 'vanster: "Klockan"',
    says: /Okänd nyckel ”ratt”.*vanster, hoger, feedback/,
  },
  {
    what: 'a number in quotation marks',
    file: quiz,
    from: 'svar: 2.5',
    to: 'svar: "2.5"',
    says: /”svar” ska vara ett tal med siffror och decimalpunkt.*är text/,
  },
  { what: 'a decimal comma', file: quiz, from: 'svar: 2.5', to: 'svar: 2,5', says: /decimalpunkt/ },
  { what: 'too many decimals', file: quiz, from: 'svar: 2.5', to: 'svar: 2.3333', says: /högst tre decimaler/ },
  {
    what: 'a number longer than a learner may write',
    file: quiz,
    from: 'svar: 2.5',
    to: 'svar: 1000000000',
    says: /”svar” ska vara mellan -999999999 och 999999999/,
  },
  { what: 'a tolerance below nothing', file: quiz, from: 'tolerans: 0.5', to: 'tolerans: -1', says: /mellan 0 och/ },
  {
    what: 'a number without its tolerance',
    file: quiz,
    from: '  tolerans: 0.5\n',
    to: '',
    at: 'id: Q-M1-6',
    says: /”tolerans” saknas. Lägg till tolerans: 0/,
  },
  {
    what: 'no word to who answers too low',
    file: quiz,
    from: 'for_lagt: "Vänta lite till.", ',
    to: '',
    at: 'ratt: "Rätt, två',
    says: /”for_lagt” saknas/,
  },
  {
    what: 'a choice that leads to no step',
    file: scenario,
    from: 'nasta: S1-2}',
    to: 'nasta: S1-9}',
    says: /S1-1 leder till ”S1-9”, som inte finns/,
  },
  {
    what: 'a step without its line',
    file: scenario,
    from: '  replik: "Är det öppet?"\n',
    to: '',
    at: 'id: S1-1',
    says: /”replik” saknas/,
  },
  {
    what: 'no best choice',
    file: scenario,
    from: 'text: "Jag.", poang: 2',
    to: 'text: "Jag.", poang: 1',
    says: /S1-2 ska ha ett val med poang: 2/,
    at: 'val:\n  - {id: a, text: "Ingen."',
  },
  {
    what: 'a language that is no code',
    file: scenario,
    from: 'sprak: en',
    to: 'sprak: engelska',
    says: /två bokstäver/,
  },
  {
    what: 'points that do not exist',
    file: scenario,
    from: 'text: "Ingen.", poang: 0',
    to: 'text: "Ingen.", poang: 3',
    says: /mellan 0 och 2. Ändra 3/,
  },
  {
    what: 'a choice without a consequence',
    file: scenario,
    from: ' konsekvens: "Hon går.",',
    to: '',
    at: 'text: "Nej."',
    says: /”konsekvens” saknas/,
  },
  {
    what: 'a missing ending',
    file: scenario,
    from: '  ok: "Dörren står på glänt."\n',
    to: '',
    at: 'bra:',
    says: /”ok” saknas/,
  },
  {
    what: 'an objective nobody tests',
    file: module,
    from: '- {id: M1.2',
    to: '- {id: M1.3, text: "olåst"}\n- {id: M1.2',
    at: 'M1.3',
    says: /Ingen fråga prövar målet M1.3/,
  },
  {
    what: 'a page that does not exist',
    file: module,
    from: 'lasa, quiz',
    to: 'lasa, borta, quiz',
    says: /Sidan ”borta” finns inte/,
  },
  {
    what: 'a title that differs from course.yaml',
    file: module,
    from: '"Första dörren"',
    to: '"Dörr ett"',
    says: /”Dörr ett” här men ”Första dörren” i course.yaml/,
  },
  {
    what: 'a page nobody lists',
    file: module,
    from: ', uppgift]',
    to: ']',
    at: '',
    says: /Ingen ser sidan/,
    severity: 'warning',
  },
  {
    what: 'a version that is none',
    file: 'course.yaml',
    from: '"0.1.0"',
    to: '"ett"',
    says: /”version” ska skrivas så här/,
  },
  { what: 'a duplicate module id', file: 'course.yaml', from: 'id: M2', to: 'id: m1', says: /”m1” finns redan/ },
  {
    what: 'an impossible date',
    file: 'sources.yaml',
    from: '"2026-11-24"',
    to: '"2026-13-24"',
    says: /”kontrollerad” ska skrivas så här/,
  },
  {
    what: 'an unconfirmed source in a draft',
    file: page,
    from: '[fl-6, kurs]',
    to: '[fl-6, osaker]',
    says: /”osaker” är inte bekräftad/,
    severity: 'warning',
  },
]

describe('validateCourse', () => {
  let copy: CourseCopy
  beforeEach(() => {
    copy = new CourseCopy()
  })
  afterEach(() => copy.remove())

  it('finds nothing in a course that is right', () => {
    expect(validate(fixtureCourse)).to.deep.equal([])
  })

  for (const { what, file, from, to, at = to, says, severity = 'error' } of breaks)
    it(`finds ${what}`, () => {
      copy.replace(file, from, to)
      const issues = validate(copy.folder)
      const found = issues.filter(({ message }) => says.test(message))
      expect(found, JSON.stringify(issues, null, 1)).to.have.lengthOf(1)
      expect(found[0]).to.include({ severity, line: at === '' ? 1 : copy.lineOf(file, at) })
      expect(issues.filter((issue) => issue.severity === severity)).to.deep.equal(found)
      if (at !== '') expect(found[0]?.file).to.equal(copy.path(file))
    })

  it('finds a step that no choice leads to', () => {
    copy.replace('m1/scenario.yaml', 'Du öppnar.", nasta: S1-2', 'Du öppnar.", nasta: slut')
    copy.replace('m1/scenario.yaml', 'ja eller nej.", nasta: S1-2', 'ja eller nej.", nasta: slut')
    expect(validate(copy.folder)).to.deep.equal([
      {
        file: copy.path('m1/scenario.yaml'),
        line: copy.lineOf('m1/scenario.yaml', 'id: S1-2'),
        severity: 'error',
        message: 'Inget val leder till steget S1-2. Låt ett val ha nasta: S1-2, eller ta bort steget.',
      },
    ])
  })

  it('finds a step from which nobody comes to the end', () => {
    copy.replace('m1/scenario.yaml', 'en ägare.", nasta: slut', 'en ägare.", nasta: S1-2')
    copy.replace('m1/scenario.yaml', 'äga frågan.", nasta: slut', 'äga frågan.", nasta: S1-2')
    expect(validate(copy.folder).map(({ message }) => message)).to.deep.equal([
      'Från steget S1-2 kommer man aldrig till slutet. Låt ett val ha nasta: slut.',
    ])
  })

  it('refuses an unconfirmed source from version 1.0.0 on', () => {
    copy.replace('m1/lasa.md', '[fl-6, kurs]', '[fl-6, osaker]').replace('course.yaml', '"0.1.0"', '"1.0.0"')
    expect(validate(copy.folder).map(({ severity }) => severity)).to.deep.equal(['error'])
  })

  it('says which file is missing', () => {
    rmSync(copy.path('m1/module.yaml'))
    const [issue] = validate(copy.folder)
    expect(issue).to.deep.include({ file: copy.path('course.yaml'), line: copy.lineOf('course.yaml', 'id: M1') })
    expect(issue?.message).to.match(/module\.yaml finns inte/)
  })

  it('says of a file that cannot be read its first mistake, and misses nothing of it elsewhere', () => {
    copy.replace(quiz, '  mal: M1.1\n', '   mal: M1.1\n')
    const errors = validate(copy.folder).filter(({ severity }) => severity === 'error')
    expect(errors).to.have.lengthOf(1)
    expect(errors[0]?.file).to.equal(copy.path(quiz))
    expect(errors[0]?.message).to.match(/^YAML går inte att läsa/)
  })

  it('finds all mistakes at once, in the order of files and lines', () => {
    copy
      .replace('course.yaml', 'kontakt:', 'kontakter:')
      .replace('m1/quiz.yaml', 'typ: multi', 'typ: flerval')
      .replace('m1/quiz.yaml', 'mal: M1.2', 'mal: M1.7')
      .replace('m1/scenario.yaml', 'poang: 1', 'poang: "1"')
      .replace('m1/lasa.md', 'prov.svg', 'borta.svg')
      .replace('m1/lasa.md', '**stora**', '<b>stora</b>')
    const issues = validate(copy.folder)
    expect(issues.map(({ file, line }) => `${file.slice(copy.folder.length + 1)}:${line}`)).to.deep.equal([
      'course.yaml:1',
      'course.yaml:5',
      'm1/lasa.md:8',
      `m1/lasa.md:${copy.lineOf('m1/lasa.md', '<b>')}`,
      'm1/quiz.yaml:12',
      `m1/quiz.yaml:${copy.lineOf('m1/quiz.yaml', 'mal: M1.7')}`,
      `m1/scenario.yaml:${copy.lineOf('m1/scenario.yaml', 'poang: "1"')}`,
    ])
  })
})
