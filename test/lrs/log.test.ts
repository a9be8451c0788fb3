import { expect } from 'chai'
import { LrsError } from '../../lrs/errors.ts'
import { createLog, type Log, loggedPath } from '../../lrs/log.ts'
import { standardErrorOf } from '../support/standard-error.ts'

describe('createLog', () => {
  const entriesOf = async (run: (log: Log) => void, level: 'silent' | 'error' | 'info' | 'debug' = 'debug') =>
    (await standardErrorOf(() => run(createLog(level)))).map((line) => JSON.parse(line))

  it('writes a line of JSON for each entry, with time, level, message and fields', async () => {
    const [entry, ...others] = await entriesOf((log) => log.info('stopping', { signal: 'SIGTERM' }))
    expect(others).to.deep.equal([])
    expect(entry).to.deep.include({ level: 'info', message: 'stopping', signal: 'SIGTERM' })
    expect(entry.time).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  it('writes what the level allows', async () => {
    const all = (log: Log) => [log.error('one'), log.info('two'), log.debug('three')]
    const messages = async (level: 'silent' | 'error' | 'info' | 'debug') =>
      (await entriesOf(all, level)).map(({ message }) => message)
    expect(await messages('silent')).to.deep.equal([])
    expect(await messages('error')).to.deep.equal(['one'])
    expect(await messages('info')).to.deep.equal(['one', 'two'])
    expect(await messages('debug')).to.deep.equal(['one', 'two', 'three'])
  })

  it('tells of an error its name, codes, place and causes', async () => {
    const cause = Object.assign(new Error('database or disk is full'), { errcode: 13 })
    const error = new LrsError('unavailable', 'The database could not write.', { cause })
    const [entry] = await entriesOf((log) => log.error('a request failed', error, { path: '/xapi/statements' }))
    expect(entry).to.deep.include({ message: 'a request failed', path: '/xapi/statements' })
    expect(entry.error).to.deep.include({ code: 'unavailable', message: 'The database could not write.' })
    expect(entry.error.stack[0]).to.match(/^at .*log\.test\.ts/)
    expect(entry.error.cause).to.deep.include({ name: 'Error', errcode: 13, message: 'database or disk is full' })
  })

  const quoting: [what: string, message: string][] = [
    ['a parser', `Unexpected token 'A', "{"name": "Ada Lind"... is not valid JSON`],
    ['a model', 'Cast to Number failed for value "Ada Lind" (type string) at path "age"'],
    ['a unique index', 'E11000 duplicate key error collection: lrs.people dup key: { name: "Ada Lind" }'],
    ['whoever wrote it', 'no answer for ada.lind@example.org (Ada'],
  ]
  for (const [what, message] of quoting)
    it(`leaves out what ${what} quotes`, async () => {
      const [entry] = await entriesOf((log) => log.error('a request failed', new Error(message)))
      expect(JSON.stringify(entry)).not.to.match(/Ada Lind|ada\.lind/)
      expect(entry.error.message).to.include('…')
    })

  it('says of what is no error only what kind of thing it is', async () => {
    const [entry] = await entriesOf((log) => log.error('a request failed', 'Ada Lind'))
    expect(entry.error).to.deep.equal({ name: 'string' })
  })
})

describe('loggedPath', () => {
  it('leaves out the secrets of links', () => {
    for (const path of ['/kurs/abc', '/kurs/session/abc', '/kurs/fil/1/index.html'])
      expect(loggedPath(path)).to.equal('/kurs/…')
    expect(loggedPath('/in/abc')).to.equal('/in/…')
  })

  it('leaves other paths as they are', () => {
    for (const path of ['/', '/xapi/statements', '/analys', '/kurs']) expect(loggedPath(path)).to.equal(path)
  })
})
