import { boundary } from './m1/boundary.ts'
import { doorMap } from './m1/door-map.ts'
import { fourSteps } from './m1/four-steps.ts'
import { handoverCard } from './m1/handover-card.ts'
import { history } from './m1/history.ts'
import { mandate } from './m1/mandate.ts'
import { fetchIt } from './m2/fetch.ts'
import { plannedStart } from './m2/planned-start.ts'
import { proofOfReceipt } from './m2/proof-of-receipt.ts'
import { threeDemands } from './m2/three-demands.ts'
import { twoWays } from './m2/two-ways.ts'
import { whosePen } from './m2/whose-pen.ts'
import { deadlineChart } from './m3/deadline-chart.ts'
import { decisionLetter } from './m3/decision.ts'
import { received } from './m3/received.ts'
import { referrals } from './m3/referrals.ts'
import { sixMonths } from './m3/six-months.ts'
import { twoAppeals } from './m3/two-appeals.ts'
import { answerFirst } from './m4/answer-first.ts'
import { firstMinute } from './m4/first-minute.ts'
import { goodNo } from './m4/good-no.ts'
import { hardTalk } from './m4/hard-talk.ts'
import { sixAreas } from './m4/six-areas.ts'
import { threeAnswers } from './m4/three-answers.ts'
import { warmHandover } from './m4/warm-handover.ts'

/** The pictures that never change, by file name: the build writes the tokens in and puts them beside the document. */
export const pictures: Record<string, () => string> = {
  'm1-historien.svg': history,
  'm1-dorrkarta.svg': doorMap,
  'm1-fyra-stegen.svg': fourSteps,
  'm1-mandatet.svg': mandate,
  'm1-gransen.svg': boundary,
  'm1-stafettkortet.svg': handoverCard,
  'm2-tre-krav.svg': threeDemands,
  'm2-tva-vagar.svg': twoWays,
  'm2-hamta-sjalv.svg': fetchIt,
  'm2-vems-penna.svg': whosePen,
  'm2-planerad-start.svg': plannedStart,
  'm2-mottagningsbeviset.svg': proofOfReceipt,
  'm3-inkommen.svg': received,
  'm3-remisser.svg': referrals,
  'm3-sex-manader.svg': sixMonths,
  'm3-fristkarta.svg': deadlineChart,
  'm3-beslutet.svg': decisionLetter,
  'm3-tva-vagar.svg': twoAppeals,
  'm4-forsta-minuten.svg': firstMinute,
  'm4-tre-svar.svg': threeAnswers,
  'm4-varm-overlamning.svg': warmHandover,
  'm4-ett-bra-nej.svg': goodNo,
  'm4-svaret-forst.svg': answerFirst,
  'm4-svara-samtal.svg': hardTalk,
  'm4-sex-omraden.svg': sixAreas,
}
