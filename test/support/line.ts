import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request that passed, with its whole body and what was answered. */
export interface Exchange {
  method: string
  /** Path and query as sent. */
  url: string
  headers: IncomingMessage['headers']
  body: string
  /** 0 when no answer was given. */
  status: number
  answer: string
}

export interface Line {
  url: string
  /** In the order in which the requests came in. */
  exchanges: Exchange[]
  /** What happens to a request: undefined passes it on, `cut` closes the connection unanswered, a number is answered. */
  fault: (exchange: Exchange) => 'cut' | number | undefined
  stop(): Promise<void>
}

/** A line that can be cut, in front of a server on loopback whose port is known later: records everything that passes. */
export async function startLine(target: { port: number }): Promise<Line> {
  const line: Line = {
    url: '',
    exchanges: [],
    fault: () => undefined,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const server = createServer(async (req, res) => {
    const exchange: Exchange = {
      method: req.method ?? '',
      url: req.url ?? '',
      headers: req.headers,
      body: '',
      status: 0,
      answer: '',
    }
    line.exchanges.push(exchange)
    exchange.body = await readAll(req)
    const fault = line.fault(exchange)
    if (fault === 'cut') {
      req.socket.destroy()
    } else if (fault) {
      exchange.status = fault
      res.writeHead(fault, { 'content-type': 'application/json' }).end('{}')
    } else {
      passOn(target.port, exchange, res)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  line.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return line
}

function passOn(port: number, exchange: Exchange, res: ServerResponse) {
  const { 'transfer-encoding': _, ...headers } = exchange.headers
  const onward = request({
    port,
    host: '127.0.0.1',
    method: exchange.method,
    path: exchange.url,
    headers: { ...headers, 'content-length': Buffer.byteLength(exchange.body) },
  })
  onward.on('response', async (answer) => {
    exchange.status = answer.statusCode ?? 0
    const chunks = await answer.toArray()
    exchange.answer = Buffer.concat(chunks).toString()
    res.writeHead(exchange.status, answer.headers).end(Buffer.concat(chunks))
  })
  onward.on('error', () => res.destroy())
  onward.end(exchange.body)
}

async function readAll(stream: IncomingMessage): Promise<string> {
  return Buffer.concat(await stream.toArray()).toString()
}
