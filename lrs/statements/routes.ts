import { Router } from 'express'
import { LrsError } from '../errors.ts'
import type { Lrs } from '../lrs.ts'
import { authorize } from '../middleware/authorize.ts'
import { getStatements } from './read-routes.ts'
import { postStatements, putStatement } from './write-routes.ts'

/** The Statements resource (Communication 2.1), mounted at /xapi/statements. */
export function statementRoutes(lrs: Lrs): Router {
  const router = Router()
  router.use(authorize('statements'))
  router
    .route('/')
    .get(getStatements(lrs))
    .post(postStatements(lrs))
    .put(putStatement(lrs))
    .all((_req, res) => {
      res.setHeader('Allow', 'GET, HEAD, PUT, POST, OPTIONS')
      throw new LrsError('method-not-allowed', 'Statements are read with GET and HEAD and sent with POST and PUT.')
    })
  return router
}
