import { expect } from 'chai'
import { withCredential } from '../../support/credential.ts'
import { subStatement } from '../../support/grammar-rules.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { type Json, statement, uuid } from '../../support/statement.ts'
import { statementClient } from '../../support/statement-client.ts'

const newId = () => `https://example.org/activities/${uuid()}`
const about = (id: string, definition?: Json, changes: Json = {}) =>
  statement({ object: { id, ...(definition && { definition }) }, ...changes })

describe('the Activities resource', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.stop())

  const ask = (query: string, from: TestServer = server, method = 'GET') =>
    fetch(`${server.xapi}/activities${query}`, { method, headers: from.headers })
  const get = async (activityId: string, from: TestServer = server) =>
    (await (await ask(`?${new URLSearchParams({ activityId })}`, from)).json()) as Json
  const post = async (...statements: Json[]) => {
    const answer = await statementClient(server).post(statements)
    expect(answer.status).to.equal(200)
  }

  it('brings together what all statements say of an activity, wherever they name it (XAPI-00254)', async () => {
    const id = newId()
    const parent = { contextActivities: { parent: { id, definition: { name: { de: 'Tür' } } } } }
    await post(
      about(id, { name: { sv: 'Dörr' }, extensions: { 'https://example.org/a': {} } }),
      about(id, {
        name: { en: 'Door' },
        type: 'https://example.org/type',
        extensions: { 'https://example.org/b': null },
      }),
      statement({ context: parent }),
      statement({ object: subStatement({ object: { id, definition: { name: { fr: 'Porte' } } } }) }),
      statement({ object: subStatement({ context: parent }) }),
      about(id),
    )
    expect(await get(id)).to.deep.equal({
      objectType: 'Activity',
      id,
      definition: {
        name: { sv: 'Dörr', en: 'Door', de: 'Tür', fr: 'Porte' },
        type: 'https://example.org/type',
        extensions: { 'https://example.org/a': {}, 'https://example.org/b': null },
      },
    })
  })

  it('answers the id of one that nothing is known of', async () => {
    const id = newId()
    expect(await get(id)).to.deep.equal({ objectType: 'Activity', id })
  })

  it('changes nothing when a statement that is there comes again with another definition (XAPI-00142)', async () => {
    const id = newId()
    const first = about(id, { name: { sv: 'Först' } })
    await post(first)
    await post({ ...first, object: { id, definition: { name: { sv: 'Sedan', en: 'Then' } } } })
    expect(await get(id)).to.deep.include({ definition: { name: { sv: 'Först' } } })
  })

  it('changes nothing when the statement is refused', async () => {
    const id = newId()
    const kept = statement()
    await post(kept)
    const client = statementClient(server)
    const described = about(id, { name: { sv: 'Nej' } })
    expect((await client.post([described, statement({ actor: {} })])).status).to.equal(400)
    expect((await client.post([described, { ...kept, verb: { id: 'https://example.org/v' } }])).status).to.equal(409)
    expect(await get(id)).not.to.have.property('definition')
  })

  it('takes the word of a credential that may define, about its own activities only', async () => {
    const [id, other] = [newId(), newId()]
    const said = { name: { sv: 'Fel' } }
    const writer = await withCredential(server, { scopes: ['statements/write'] })
    expect((await statementClient(writer).post(about(id, said))).status).to.equal(200)
    expect(await get(id)).not.to.have.property('definition')
    const scopes = ['statements/write', 'define'] as const
    const definer = await withCredential(server, { scopes: [...scopes], activityPrefix: id })
    const context = { contextActivities: { grouping: { id: other, definition: said } } }
    expect((await statementClient(definer).post(about(id, { name: { sv: 'Rätt' } }, { context }))).status).to.equal(200)
    expect(await get(id)).to.deep.include({ definition: { name: { sv: 'Rätt' } } })
    expect(await get(other)).not.to.have.property('definition')
  })

  it('knows nothing of another municipality', async () => {
    const id = newId()
    await post(about(id, { name: { sv: 'Hemligt' } }))
    const neighbour = await withCredential(server, { municipality: 'grannby', scopes: ['all'] })
    expect(await get(id, neighbour)).to.deep.equal({ objectType: 'Activity', id })
    await statementClient(neighbour).post(about(id, { name: { en: 'Other' } }))
    expect(await get(id, neighbour)).to.deep.include({ definition: { name: { en: 'Other' } } })
    expect(await get(id)).to.deep.include({ definition: { name: { sv: 'Hemligt' } } })
  })

  it('loses nothing when many describe one activity at once', async () => {
    const id = newId()
    const languages = ['sv', 'en', 'de', 'fr', 'fi', 'da', 'nb', 'is', 'et', 'lv', 'lt', 'pl']
    await Promise.all(languages.map((language) => post(about(id, { name: { [language]: language } }))))
    const { definition } = (await get(id)) as { definition: { name: Json } }
    expect(Object.keys(definition.name)).to.have.members(languages)
  })

  it('writes a definition once, however many statements have it', async () => {
    const id = newId()
    const definition = { name: { sv: 'Het' } }
    await post(about(id, definition))
    const rows = server.lrs.connection.collection('activities')
    const before = (await rows.find({}).toArray()).find(({ _id }) => String(_id).includes(id))
    await Promise.all(Array.from({ length: 20 }, () => post(about(id, definition), about(id, definition))))
    const after = (await rows.find({}).toArray()).find(({ _id }) => String(_id).includes(id))
    expect(after).to.deep.equal(before)
  })

  it('is what the canonical format says of an activity (XAPI-00169)', async () => {
    const id = newId()
    const first = about(id, { name: { sv: 'Dörr', en: 'Door' } })
    await post(first, about(id, { description: { sv: 'En dörr' } }))
    const headers = { 'Accept-Language': 'sv' }
    const query = { statementId: String(first.id) }
    const client = statementClient(server)
    const canonical = await client.get({ ...query, format: 'canonical' }, headers)
    expect(await canonical.json()).to.deep.include({
      object: { id, definition: { name: { sv: 'Dörr' }, description: { sv: 'En dörr' } } },
    })
    const exact = await client.get({ ...query, format: 'exact' }, headers)
    expect(await exact.json()).to.deep.include({ object: first.object })
  })

  it('answers HEAD as GET, with an ETag', async () => {
    const id = newId()
    const query = `?${new URLSearchParams({ activityId: id })}`
    const [head, whole] = [await ask(query, server, 'HEAD'), await ask(query)]
    expect(head.status).to.equal(200)
    for (const name of ['content-type', 'content-length', 'etag']) {
      expect(head.headers.get(name)).to.equal(whole.headers.get(name)).and.not.to.equal(null)
    }
    expect(await head.text()).to.equal('')
    expect(whole.headers.get('etag')).to.match(/^"[0-9a-f]{40}"$/)
  })

  it('refuses a missing, broken, repeated or unknown parameter, and other methods', async () => {
    for (const query of [
      '',
      '?activityId=',
      '?activityId=x',
      '?activityid=a:b',
      '?activityId=a:b&x=1',
      '?activityId=a:b&activityId=a:b',
    ]) {
      const answer = await ask(query)
      expect(answer.status, query).to.equal(400)
      expect(await answer.json())
        .to.have.nested.property('issues[0].path')
        .that.matches(/^query\./)
    }
    for (const method of ['PUT', 'POST', 'DELETE']) {
      const answer = await ask('?activityId=a:b', server, method)
      expect([answer.status, answer.headers.get('allow')]).to.deep.equal([405, 'GET, HEAD, OPTIONS'])
    }
  })
})
