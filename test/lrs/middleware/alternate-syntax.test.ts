import { expect } from 'chai'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { agent, statement, uuid } from '../../support/statement.ts'
import { statementClient } from '../../support/statement-client.ts'

const form = 'application/x-www-form-urlencoded'

describe('readAlternateSyntax (XAPI-00336)', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.stop())

  /** As a browser without headers of its own sends it: everything is in the form. */
  const send = (
    path: string,
    fields: Record<string, string> | [string, string][],
    headers: Record<string, string> = {},
  ) =>
    fetch(`${server.xapi}/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': form, ...headers },
      body: new URLSearchParams(fields).toString(),
    })
  const known = () => ({ Authorization: server.headers.Authorization ?? '', 'X-Experience-API-Version': '1.0.3' })
  const state = () => ({
    activityId: 'https://example.org/a',
    agent: JSON.stringify(agent('form')),
    stateId: uuid(),
  })

  it('stores and reads statements', async () => {
    const sent = statement({ result: { response: 'åäö & = +' } })
    const put = await send('statements?method=PUT', {
      ...known(),
      statementId: String(sent.id),
      content: JSON.stringify(sent),
    })
    expect([put.status, put.headers.get('x-experience-api-version')]).to.deep.equal([204, '1.0.3'])
    const got = await send('statements?method=GET', { ...known(), statementId: String(sent.id) })
    expect(await got.json()).to.deep.include(sent)
    const posted = statement()
    const post = await send('statements?method=POST', { ...known(), content: JSON.stringify([posted]) })
    expect(await post.json()).to.deep.equal([posted.id])
    const page = await send('statements?method=GET', { ...known(), limit: '1' })
    expect(await page.json())
      .to.have.property('more')
      .that.is.a('string')
      .and.not.equal('')
  })

  it('stores, reads and deletes documents, with their content type and preconditions', async () => {
    const at = state()
    const content = { 'Content-Type': 'text/plain', content: 'Två & två = 4' }
    const put = await send('activities/state?method=PUT', { ...known(), ...at, ...content, 'If-None-Match': '*' })
    expect(put.status).to.equal(204)
    const again = await send('activities/state?method=PUT', { ...known(), ...at, ...content, 'If-None-Match': '*' })
    expect(again.status).to.equal(412)
    const got = await send('activities/state?method=GET', { ...known(), ...at })
    expect(got.headers.get('content-type')).to.match(/^text\/plain/)
    expect(await got.text()).to.equal('Två & två = 4')
    const wrong = await send('activities/state?method=DELETE', { ...known(), ...at, 'If-Match': '"x"' })
    expect(wrong.status).to.equal(412)
    const gone = await send('activities/state?method=DELETE', {
      ...known(),
      ...at,
      'If-Match': got.headers.get('etag') ?? '',
    })
    expect(gone.status).to.equal(204)
    expect((await send('activities/state?method=GET', { ...known(), ...at })).status).to.equal(404)
  })

  it('takes content for JSON where the form does not say what it is', async () => {
    const at = state()
    const put = await send('activities/state?method=PUT', {
      ...known(),
      ...at,
      content: '{"a":1}',
      'Content-Length': '7',
    })
    expect(put.status).to.equal(204)
    const got = await send('activities/state?method=GET', { ...known(), ...at })
    expect(got.headers.get('content-type')).to.match(/^application\/json/)
  })

  it('reads every other resource', async () => {
    expect(await (await send('about?method=GET', {})).json()).to.deep.equal({ version: ['1.0.3', '2.0.0'] })
    const activity = await send('activities?method=GET', { ...known(), activityId: 'https://example.org/a' })
    expect(await activity.json()).to.deep.equal({ objectType: 'Activity', id: 'https://example.org/a' })
    const person = await send('agents?method=GET', { ...known(), agent: JSON.stringify(agent('form')) })
    expect(await person.json()).to.have.property('objectType', 'Person')
  })

  it('takes headers from the form before those of the request, whatever their case', async () => {
    const headers = { ...server.headers, 'X-Experience-API-Version': '1.0.3', 'Content-Type': form }
    expect((await send('statements?method=GET', { 'X-Experience-API-Version': '0.9' }, headers)).status).to.equal(400)
    expect((await send('statements?method=GET', { authorization: 'Basic eDp5' }, headers)).status).to.equal(401)
    expect((await send('statements?method=GET', {}, headers)).status).to.equal(200)
  })

  it('refuses more parameters in the address, other methods, and what stands twice', async () => {
    const refused: [path: string, fields: [string, string][]][] = [
      ['statements?method=GET&limit=1', []],
      ['statements?method=GET&method=PUT', []],
      ['statements?method=HEAD', []],
      ['statements?method=get', []],
      ['statements?method=', []],
      [
        'statements?method=GET',
        [
          ['X-Experience-API-Version', '1.0.3'],
          ['x-experience-api-version', '1.0.3'],
        ],
      ],
      [
        'statements?method=PUT',
        [
          ['content', '{}'],
          ['content', '{}'],
        ],
      ],
      [
        'statements?method=GET',
        [
          ['limit', '1'],
          ['limit', '2'],
        ],
      ],
      ['statements?method=GET', [['colour', 'red']]],
      ['statements?method=PUT', [['statementId', uuid()]]],
    ]
    for (const [path, fields] of refused) {
      const answer = await send(path, [
        ...Object.entries(known()).filter(
          ([name]) => !fields.some(([field]) => field.toLowerCase() === name.toLowerCase()),
        ),
        ...fields,
      ])
      expect(answer.status, `${path} ${fields}`).to.equal(400)
      expect(await answer.json())
        .to.have.nested.property('issues[0].requirement')
        .that.matches(/^Communication/)
    }
  })

  it('does not exist in 2.0, wherever the version stands, nor in another content type', async () => {
    const fields = { Authorization: known().Authorization, limit: '1' }
    const both = [
      await send('statements?method=GET', { ...fields, 'X-Experience-API-Version': '2.0.0' }),
      await send('statements?method=GET', fields, server.headers),
      await send('statements?method=GET', fields, { ...server.headers, 'Content-Type': form }),
      await send('statements?method=GET', known(), {
        ...server.headers,
        ...known(),
        'Content-Type': 'application/json',
      }),
    ]
    expect(both.map(({ status }) => status)).to.deep.equal([400, 400, 400, 400])
  })

  it('asks for credentials like any request, and for no more than a mebibyte before it has them', async () => {
    expect((await send('statements?method=GET', { 'X-Experience-API-Version': '1.0.3' })).status).to.equal(401)
    const large = await send('statements?method=POST', { content: 'x'.repeat(1024 * 1024) })
    expect(large.status).to.equal(413)
    expect(await large.json()).to.have.property('error', 'too-large')
    expect((await statementClient(server).get({ limit: '1' })).status).to.equal(200)
  })
})
