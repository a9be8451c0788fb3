import express, { type Express, type RequestHandler, Router } from 'express'
import { answerAbout } from './about.ts'
import { activityRoutes } from './activities/routes.ts'
import { agentRoutes } from './agents/routes.ts'
import { analysisRoutes } from './analysis/routes.ts'
import { documentRoutes } from './documents/routes.ts'
import { LrsError } from './errors.ts'
import { launchRoutes } from './launch/routes.ts'
import { signInRoutes } from './launch/sign-in-routes.ts'
import { createLog } from './log.ts'
import type { Lrs } from './lrs.ts'
import { requireDecodable } from './middleware/address.ts'
import { readAlternateSyntax } from './middleware/alternate-syntax.ts'
import { authenticate } from './middleware/authenticate.ts'
import { readBody } from './middleware/body.ts'
import { announceConsistency } from './middleware/consistency.ts'
import { allowOrigins } from './middleware/cors.ts'
import { answerErrors } from './middleware/errors.ts'
import { logRequests } from './middleware/log-requests.ts'
import { measureRequests } from './middleware/measure-requests.ts'
import { refuseMethod } from './middleware/methods.ts'
import { limitAtOnce, limitRate } from './middleware/rate-limit.ts'
import { announceVersion, requireVersion } from './middleware/version.ts'
import { operationsRoutes } from './operations-routes.ts'
import { playRoutes } from './play/routes.ts'
import { statementRoutes } from './statements/routes.ts'
import { webRoutes } from './web/routes.ts'

/** Everything the server answers, from what it is built of; listening is for `startServer`. */
export function createApp(lrs: Lrs): Express {
  const app = express()
  const log = createLog(lrs.config.logLevel)
  app.disable('x-powered-by')
  // Documents have the ETag that xAPI prescribes (Communication 3.1), nothing else has any
  app.disable('etag')
  app.set('trust proxy', lrs.config.trustProxy)
  app.use(measureRequests(lrs.metrics))
  if (lrs.config.logLevel === 'debug') app.use(logRequests(log))
  app.use(operationsRoutes(lrs))
  app.use('/xapi', xapiRoutes(lrs))
  app.use('/kurs', launchRoutes(lrs))
  app.use(signInRoutes(lrs))
  app.use('/analys', analysisRoutes(lrs))
  app.use('/provspela', playRoutes(lrs.config.packages))
  app.use(webRoutes(lrs))
  app.use(refuseUnknown)
  app.use(answerErrors(log))
  return app
}

/** The order is the contract: what must be on every answer comes first, the body is read of known callers only. */
function xapiRoutes(lrs: Lrs): Router {
  const { xapi, rateLimit, requestsAtOnce, limits } = lrs.config
  const router = Router()
  router.use(announceVersion(xapi.defaultVersion))
  router.use('/statements', announceConsistency(lrs))
  router.use(allowOrigins, requireDecodable, readAlternateSyntax())
  router.route('/about').get(answerAbout).all(refuseMethod('GET, HEAD, OPTIONS'))
  router.use(authenticate(lrs), limitRate(rateLimit), limitAtOnce(requestsAtOnce), requireVersion)
  router.use('/statements', statementRoutes(lrs))
  router.use(readBody(limits.body))
  router.use('/activities', activityRoutes(lrs))
  router.use('/agents', agentRoutes(lrs))
  router.use(documentRoutes(lrs))
  return router
}

const refuseUnknown: RequestHandler = (req) => {
  throw new LrsError('not-found', `There is nothing at ${req.path}.`, {
    issues: [{ path: 'path', message: 'names nothing that is here', requirement: 'Communication 3.2' }],
  })
}
