import { type Request, type Response, Router } from 'express'
import type { Lrs } from '../lrs.ts'
import type { SignedIn } from '../middleware/require-role.ts'
import { renderErrorPage } from '../web/error-page.ts'
import { renderPage } from '../web/render.ts'
import { type AccessEntry, logAccess } from './access-log-store.ts'
import { type Answer, answerQuestion } from './answer.ts'
import { type CoursePlan, readCoursePlan } from './course-plan.ts'
import { analysisFrame } from './frame.ts'
import type { Question } from './question.ts'
import { questions } from './questions/questions.ts'
import { readTrail } from './trail.ts'

/** Nobody is asked for a purpose here: there is nothing about anyone, and the same tables for everybody. */
const purpose = 'Läsa fasta tabeller'

/** `/analys/fragor`: the analyst's questions with their answers, also for a rapportläsare, who sees nothing else. */
export function questionRoutes(lrs: Lrs): Router {
  const router = Router()
  const answers = answerer(lrs)
  router.get('/', async (_req, res) => {
    const answered = await answers(res.locals.person, questions)
    await log(lrs, res, { query: '', rows: answered.length })
    const frame = await analysisFrame(lrs, res.locals.person, { title: 'Frågor till datan', current: '/analys/fragor' })
    res.send(renderPage('questions', { ...frame, answers: answered }))
  })
  router.get('/:slug', async (req: Request<{ slug: string }>, res) => {
    const asked = questions.filter(({ slug }) => slug === req.params.slug)
    const [answer] = await answers(res.locals.person, asked)
    if (answer === undefined) return void res.status(404).send(renderErrorPage({ status: 404 }))
    await log(lrs, res, { query: req.params.slug, rows: answer.table.rows.length })
    const frame = await analysisFrame(lrs, res.locals.person, { title: answer.title, current: '/analys/fragor' })
    res.send(renderPage('question', { ...frame, ...answer }))
  })
  return router
}

/** The plan is read when the first question is asked: most servers start without anybody asking. */
function answerer(lrs: Lrs) {
  let plan: CoursePlan | undefined
  return async ({ municipality }: SignedIn, asked: Question[]): Promise<Answer[]> => {
    if (asked.length === 0) return []
    plan ??= readCoursePlan()
    const trail = await readTrail(lrs.statements, municipality, Date.now())
    return asked.map((question) => answerQuestion(question, trail, plan as CoursePlan))
  }
}

async function log(lrs: Lrs, res: Response, look: Pick<AccessEntry, 'query' | 'rows'>): Promise<void> {
  const { id, municipality }: SignedIn = res.locals.person
  await logAccess(lrs.connection, { municipality, person: id, what: 'questions', purpose, ...look })
}
