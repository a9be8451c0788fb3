import { type RequestHandler, Router } from 'express'
import { type Access, isGranted, readsOwnOnly } from '../accounts/access.ts'
import { LrsError } from '../errors.ts'
import type { Lrs } from '../lrs.ts'
import { authorizeReading } from '../middleware/authorize.ts'
import { sendTaggedJson } from '../middleware/json-answer.ts'
import { refuseMethod } from '../middleware/methods.ts'
import { parseAgent } from '../xapi/actor.ts'
import { actorKey } from '../xapi/identifiers.ts'
import { onlyParameter } from '../xapi/parameters.ts'
import { namesIn, personOf } from '../xapi/person.ts'
import type { Agent, Statement } from '../xapi/types.ts'

/** The Agents resource (Communication 2.4), mounted at /xapi/agents. */
export function agentRoutes(lrs: Lrs): Router {
  const router = Router()
  router.route('/').get(authorizeReading('definitions'), getPerson(lrs)).all(refuseMethod('GET, HEAD, OPTIONS'))
  return router
}

function getPerson(lrs: Lrs): RequestHandler {
  return async (req, res) => {
    const access: Access = res.locals.access
    const agent = askedAgent(onlyParameter(req.originalUrl, { name: 'agent', section: '2.4' }))
    const key = actorKey(agent) ?? ''
    if (access.session && key !== actorKey(access.session.actor)) throw foreignAgent()
    const own = agent.name === undefined ? [] : [agent.name]
    sendTaggedJson(res, JSON.stringify(personOf(agent, [...own, ...(await storedNames(lrs, access, key))])))
  }
}

/** The newest statements about an agent, which its names are taken from. */
const LOOKED_AT = 50

/** Names stand in statements: who may read none of those gets none. */
async function storedNames({ statements }: Lrs, access: Access, agent: string): Promise<string[]> {
  if (!isGranted(access, ['statements/read', 'statements/read/mine', 'all/read', 'all'])) return []
  const authority = readsOwnOnly(access) ? { authority: actorKey(access.authority) } : {}
  const page = await statements.find(access.municipality, { agent, ...authority, limit: LOOKED_AT })
  return page.statements.flatMap((json) => namesIn(JSON.parse(json) as Statement, agent))
}

function askedAgent(text: string): Agent {
  const { agent, issues } = parseAgent(text, 'query.agent')
  if (agent) return agent
  const [first] = issues
  throw new LrsError('invalid', `${first?.path} ${first?.message}.`, { issues })
}

function foreignAgent(): LrsError {
  const message = 'must be the agent of the launch URL'
  return new LrsError('forbidden', `query.agent ${message}.`, {
    issues: [{ path: 'query.agent', message, requirement: 'cmi5 10, 11' }],
  })
}
