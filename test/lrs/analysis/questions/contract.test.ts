import { expect } from 'chai'
import { statementFor } from '../../../../course/runtime/statements.ts'
import {
  activityTypes,
  analystQuestions,
  cmi5,
  extensions,
  type StatementField,
  type StatementTemplate,
  statementTemplates,
  type TemplateName,
  verbs,
} from '../../../../course/vocabulary.ts'
import { columns } from '../../../../lrs/analysis/columns.ts'
import type { Row } from '../../../../lrs/analysis/question.ts'
import { questions } from '../../../../lrs/analysis/questions/questions.ts'
import { sentence } from '../../../../lrs/analysis/sentence.ts'
import { goldenPlan } from '../../../fixtures/golden-log.ts'
import { goldenStatements, prepareGolden } from '../../../support/golden-statements.ts'
import { eventsOf, realCourse } from '../../../support/seeded-course.ts'
import type { Json } from '../../../support/statement.ts'
import { trailOf } from '../../../support/trail.ts'

