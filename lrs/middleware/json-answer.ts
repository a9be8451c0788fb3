import { randomUUID } from 'node:crypto'
import type { Response } from 'express'

/** Answers with a JSON text as it stands. To HEAD only its headers go out (Communication 1.1). */
export function sendJson(res: Response, json: string, status = 200): void {
  send(res.status(status), 'application/json; charset=utf-8', json)
}

/** The answer to `attachments=true`: the statements are the first part, the data of attachments would follow (Communication 1.5.2). */
export function sendMultipart(res: Response, json: string): void {
  const boundary = randomUUID()
  const body = `--${boundary}\r\nContent-Type: application/json\r\n\r\n${json}\r\n--${boundary}--\r\n`
  send(res, `multipart/mixed; boundary=${boundary}`, body)
}

function send(res: Response, contentType: string, text: string): void {
  const body = Buffer.from(text)
  res.setHeader('Content-Type', contentType)
  res.setHeader('Content-Length', body.length)
  res.end(body)
}
