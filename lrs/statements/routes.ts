import { Router } from 'express'
import type { Lrs } from '../lrs.ts'
import { authorize } from '../middleware/authorize.ts'
import { readBody } from '../middleware/body.ts'
import { refuseMethod } from '../middleware/methods.ts'
import { isMultipart } from './read-body.ts'
import { getStatements } from './read-routes.ts'
import { postStatements, putStatement } from './write-routes.ts'

/** The Statements resource (Communication 2.1), mounted at /xapi/statements. */
export function statementRoutes(lrs: Lrs): Router {
  const router = Router()
  router.use(authorize('statements'))
  router.use(readBody(lrs.config.limits.body, (req) => isMultipart(req.get('Content-Type'))))
  router
    .route('/')
    .get(getStatements(lrs))
    .post(postStatements(lrs))
    .put(putStatement(lrs))
    .all(refuseMethod('GET, HEAD, PUT, POST, OPTIONS'))
  return router
}
