import { EventEmitter } from 'node:events'
import { expect } from 'chai'
import type { Request, Response } from 'express'
import type { LrsError } from '../../../lrs/errors.ts'
import { limitAtOnce, limitRate } from '../../../lrs/middleware/rate-limit.ts'

describe('limitRate', () => {
  let time = 0
  const headers = new Map<string, string>()
  const requestBy = (handler: ReturnType<typeof limitRate>, name: string, session?: string): string => {
    const access = { municipality: 'demo', authority: { account: { name } }, session: session && { id: session } }
    const res = { locals: { access }, setHeader: (key: string, value: string) => headers.set(key, value) }
    try {
      handler({} as Request, res as unknown as Response, () => {})
      return 'passed'
    } catch (error) {
      return (error as LrsError).code
    }
  }

  it('begins anew with each minute', () => {
    time = 60_000
    const handler = limitRate(2, () => time)
    expect([1, 2, 3].map(() => requestBy(handler, 'a'))).to.deep.equal(['passed', 'passed', 'too-many-requests'])
    time = 95_500
    expect(requestBy(handler, 'a')).to.equal('too-many-requests')
    expect(headers.get('Retry-After')).to.equal('25')
    time = 120_000
    expect(requestBy(handler, 'a')).to.equal('passed')
  })

  it('counts credentials and sessions apart', () => {
    const handler = limitRate(1, () => time)
    expect([requestBy(handler, 'a'), requestBy(handler, 'b')]).to.deep.equal(['passed', 'passed'])
    expect([requestBy(handler, 'a', 's1'), requestBy(handler, 'a', 's2')]).to.deep.equal(['passed', 'passed'])
    expect(requestBy(handler, 'a', 's1')).to.equal('too-many-requests')
  })

  it('counts nothing when it is off', () => {
    const handler = limitRate(0)
    for (let count = 0; count < 1000; count += 1) expect(requestBy(handler, 'a')).to.equal('passed')
  })
})

describe('limitAtOnce', () => {
  const open = (handler: ReturnType<typeof limitAtOnce>, name: string): EventEmitter | string => {
    const locals = { access: { municipality: 'demo', authority: { account: { name } } } }
    const res = Object.assign(new EventEmitter(), { locals, setHeader: () => {} })
    try {
      handler({} as Request, res as unknown as Response, () => {})
      return res
    } catch (error) {
      return (error as LrsError).code
    }
  }

  it('takes so many requests of a credential at the same time, and the next when one is done', () => {
    const handler = limitAtOnce(2)
    const first = open(handler, 'a') as EventEmitter
    expect(open(handler, 'a')).to.be.instanceOf(EventEmitter)
    expect(open(handler, 'a')).to.equal('too-many-requests')
    expect(open(handler, 'b')).to.be.instanceOf(EventEmitter)
    first.emit('close')
    expect(open(handler, 'a')).to.be.instanceOf(EventEmitter)
    expect(open(handler, 'a')).to.equal('too-many-requests')
  })

  it('counts nothing when it is off', () => {
    const handler = limitAtOnce(0)
    for (let count = 0; count < 1000; count += 1) expect(open(handler, 'a')).to.be.instanceOf(EventEmitter)
  })
})
