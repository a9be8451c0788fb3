import { expect } from 'chai'
import { ConfigError, loadConfig } from '../../lrs/config.ts'

const problemsOf = (env: Record<string, string | undefined>): string => {
  try {
    loadConfig(env)
  } catch (error) {
    expect(error).to.be.instanceOf(ConfigError)
    return (error as Error).message
  }
  return ''
}

describe('loadConfig', () => {
  it('has a default for everything', () => {
    expect(loadConfig({})).to.deep.include({
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'http://127.0.0.1:8080',
      trustProxy: false,
      databaseUrl: 'embedded:./data/lrs',
      xapi: { municipality: 'demo', defaultVersion: '2.0.0' },
      rateLimit: 0,
      logLevel: 'info',
    })
  })

  it('reads what it is given, and takes an empty variable for none', () => {
    const config = loadConfig({
      HOST: '0.0.0.0',
      PORT: '443',
      PUBLIC_URL: 'https://lots.example.org/lrs/',
      TRUST_PROXY: 'loopback, 10.0.0.0/8',
      DATABASE_URL: 'embedded:/srv/lrs',
      XAPI_KEY: 'key',
      XAPI_SECRET: 'secret-of-sixteen',
      XAPI_MUNICIPALITY: 'ek-koping',
      XAPI_DEFAULT_VERSION: '1.0.3',
      RATE_LIMIT: '600',
      LOG_LEVEL: '',
      MAX_BODY_BYTES: '2048',
    })
    expect(config).to.deep.include({
      host: '0.0.0.0',
      port: 443,
      publicUrl: 'https://lots.example.org/lrs',
      trustProxy: ['loopback', '10.0.0.0/8'],
      databaseUrl: 'embedded:/srv/lrs',
      xapi: { key: 'key', secret: 'secret-of-sixteen', municipality: 'ek-koping', defaultVersion: '1.0.3' },
      rateLimit: 600,
      logLevel: 'info',
    })
    expect(config.limits.body).to.equal(2048)
  })

  it('writes an IPv6 address in brackets', () => {
    expect(loadConfig({ HOST: '::1', PORT: '9000' }).publicUrl).to.equal('http://[::1]:9000')
  })

  const wrong: [name: string, value: string, allowed: RegExp][] = [
    ['HOST', 'everywhere', /IP address/],
    ['PORT', '65536', /0 to 65535/],
    ['PORT', '80a', /0 to 65535/],
    ['PUBLIC_URL', 'lots.example.org', /http or https/],
    ['PUBLIC_URL', 'ftp://lots.example.org', /http or https/],
    ['PUBLIC_URL', 'https://lots.example.org/?a=b', /without query/],
    ['TRUST_PROXY', 'true', /number of proxies/],
    ['TRUST_PROXY', '10.0.0.0/33', /number of proxies/],
    ['DATABASE_URL', './data', /embedded:<folder>/],
    ['DATABASE_URL', 'embedded:', /embedded:<folder>/],
    ['XAPI_MUNICIPALITY', 'Ekköping', /a–z/],
    ['XAPI_DEFAULT_VERSION', '1.0', /1\.0\.3, 2\.0\.0/],
    ['RATE_LIMIT', '-1', /0 to/],
    ['LOG_LEVEL', 'loud', /silent, error, info, debug/],
    ['MAX_BODY_BYTES', '10', /1024 to/],
    ['MAX_JSON_DEPTH', '1000', /20 to 500/],
  ]
  for (const [name, value, allowed] of wrong) {
    it(`refuses ${name}=${value} with its name and what is allowed`, () => {
      expect(problemsOf({ [name]: value }))
        .to.match(new RegExp(`^${name} must be`))
        .and.match(allowed)
    })
  }

  it('wants an https PUBLIC_URL when HOST is not loopback', () => {
    for (const env of [
      { HOST: '0.0.0.0' },
      { HOST: '::' },
      { HOST: '192.168.1.5', PUBLIC_URL: 'http://lots.example.org' },
    ]) {
      expect(problemsOf(env)).to.match(/^PUBLIC_URL must be an https address when HOST/)
    }
    for (const HOST of ['localhost', '127.0.0.2', '::1']) expect(problemsOf({ HOST })).to.equal('')
  })

  it('wants key and secret both or neither, and never repeats a secret', () => {
    expect(problemsOf({ XAPI_KEY: 'key' })).to.match(/^XAPI_SECRET is missing/)
    expect(problemsOf({ XAPI_SECRET: 'secret-of-sixteen' })).to.match(/^XAPI_KEY is missing/)
    expect(problemsOf({ XAPI_KEY: 'a:b', XAPI_SECRET: 'short' }))
      .to.match(/XAPI_KEY must[\s\S]*XAPI_SECRET must/)
      .and.not.include('short')
  })

  it('names everything that is wrong at once', () => {
    expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'y' }).split('\n')).to.have.length(2)
  })
})
