import type { RequestHandler } from 'express'
import { sendJson } from './middleware/json-answer.ts'
import { parametersOf, refuseIfAny, unknownParameters } from './xapi/parameters.ts'
import { versions } from './xapi/versions.ts'

const about = JSON.stringify({ version: versions })

/** The About resource (Communication 2.8): open to all, whatever version they speak. */
export const answerAbout: RequestHandler = (req, res) => {
  refuseIfAny(unknownParameters(parametersOf(req.originalUrl), []))
  sendJson(res, about)
}
