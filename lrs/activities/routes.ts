import { type RequestHandler, Router } from 'express'
import type { Access } from '../accounts/access.ts'
import type { Lrs } from '../lrs.ts'
import { authorizeReading } from '../middleware/authorize.ts'
import { sendTaggedJson } from '../middleware/json-answer.ts'
import { refuseMethod } from '../middleware/methods.ts'
import { onlyParameter, refuseIfAny } from '../xapi/parameters.ts'
import { isIri } from '../xapi/values.ts'
import { findDefinitions } from './activity-store.ts'

/** The Activities resource (Communication 2.5), mounted at /xapi/activities. */
export function activityRoutes(lrs: Lrs): Router {
  const router = Router()
  router.route('/').get(authorizeReading('definitions'), getActivity(lrs)).all(refuseMethod('GET, HEAD, OPTIONS'))
  return router
}

/** All that is known of an activity; of one that nobody has named it is its id. */
function getActivity({ connection }: Lrs): RequestHandler {
  return async (req, res) => {
    const { municipality }: Access = res.locals.access
    const id = onlyParameter(req.originalUrl, { name: 'activityId', section: '2.5' })
    if (!isIri(id)) {
      refuseIfAny([
        { path: 'query.activityId', message: 'must be an IRI with a scheme', requirement: 'Communication 2.5' },
      ])
    }
    const definition = (await findDefinitions(connection, municipality, [id])).get(id)
    sendTaggedJson(res, JSON.stringify({ objectType: 'Activity', id, ...(definition && { definition }) }))
  }
}
