import { expect } from 'chai'
import { encodeText, type PackageFiles } from '../../build/package-files.ts'
import { hosted } from '../../build/targets/hosted/hosted.ts'
import { checkPaths, verifyPackage } from '../../build/verify.ts'

const faultsOf = (...paths: string[]) =>
  checkPaths(new Map(paths.map((path) => [path, new Uint8Array()]))).map(({ file, message }) => `${file}: ${message}`)

describe('checkPaths', () => {
  it('takes plain paths', () => {
    expect(faultsOf('index.html', 'fonts/lots-grotesk.woff2', 'pictures/m1.svg')).to.deep.equal([])
  })

  const refused: [string, string[], RegExp][] = [
    ['letters outside ASCII', ['bilder/dörr.svg'], /annat än a–z/],
    ['spaces', ['a b.html'], /annat än a–z/],
    ['backslashes', ['a\\b.html'], /annat än a–z/],
    ['a leading slash', ['/index.html'], /nedåt/],
    ['a way upwards', ['a/../b.html'], /nedåt/],
    ['more than 200 characters', [`${'a'.repeat(201)}`], /201 tecken/],
    ['modules that Moodle serves as text', ['course.mjs'], /filtypen/],
    ['code of the server’s', ['start.php5'], /filtypen/],
    ['.htaccess', ['.htaccess'], /filtypen/],
    ['names that differ in case only', ['Index.html', 'index.html'], /stora och små/],
  ]
  for (const [what, paths, says] of refused)
    it(`refuses ${what}`, () => {
      const faults = faultsOf(...paths)
      expect(faults).to.have.lengthOf(1)
      expect(faults[0]).to.match(says)
    })
})

describe('verifyPackage', () => {
  const good =
    '<!doctype html><link rel="stylesheet" href="course.css"><script type="application/json">{}</script><script src="course.js" defer></script>'
  const files = (html: string, css = ''): PackageFiles =>
    new Map([
      ['index.html', encodeText(html)],
      ['course.css', encodeText(css)],
      ['course.js', new Uint8Array()],
    ])
  const verify = (package_: PackageFiles) =>
    verifyPackage(package_, hosted).then(
      () => '',
      (error: Error) => error.message,
    )

  it('takes a document that loads what is there', async () => {
    expect(await verify(files(good))).to.equal('')
  })

  const refused: [string, PackageFiles, RegExp][] = [
    [
      'a picture that is not there',
      files(`${good}<img alt="" src="pictures/a.svg">`),
      /index.html: laddar pictures\/a.svg/,
    ],
    ['a script from elsewhere', files(`${good}<script src="https://exempel.se/a.js"></script>`), /laddar https:/],
    [
      'a font that is not there',
      files(good, '@font-face{src:url(fonts/a.woff2)}'),
      /course.css: laddar fonts\/a.woff2/,
    ],
    ['an inline script', files(`${good}<script>1</script>`), /skript på plats/],
    ['an inline style sheet', files(`${good}<style>a{}</style>`), /stilmall på plats/],
    ['a style attribute', files(`${good}<p style="color:red">`), /attributet style/],
    ['an event handler', files(`${good}<p onclick="a()">`), /attributet onclick/],
    ['a link to no page', files(`${good}<a href="#M1-borta">`), /länk till #M1-borta/],
    ['no document', new Map(), /index.html: finns inte/],
  ]
  for (const [what, package_, says] of refused)
    it(`refuses ${what}`, async () => {
      expect(await verify(package_)).to.match(says)
    })

  it('says every fault at once', async () => {
    const message = await verify(
      new Map([...files(`${good}<p style="a"><img src="b.svg">`), ['c d.txt', new Uint8Array()]]),
    )
    expect(message.split('\n')).to.have.lengthOf(4)
  })
})
