import { station } from './final-case/station.ts'
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
import { consent } from './m5/consent.ts'
import { impartialityTest } from './m5/impartiality-test.ts'
import { noThanks } from './m5/no-thanks.ts'
import { publicOrSecret } from './m5/public-or-secret.ts'
import { seventyTwoHours } from './m5/seventy-two-hours.ts'
import { theCase } from './m5/the-case.ts'
import { applicantsDrawing } from './m6/applicants-drawing.ts'
import { detailedPlan } from './m6/detailed-plan.ts'
import { fee } from './m6/fee.ts'
import { garageToSalon } from './m6/garage-to-salon.ts'
import { planMap } from './m6/plan-map.ts'
import { signs } from './m6/signs.ts'
import { site } from './m6/site.ts'
import { stop } from './m6/stop.ts'
import { tenWeeks } from './m6/ten-weeks.ts'
import { threeDecisions } from './m6/three-decisions.ts'
import { dateInWriting } from './m7/date-in-writing.ts'
import { decisionFirst } from './m7/decision-first.ts'
import { drains } from './m7/drains.ts'
import { fourLevels } from './m7/four-levels.ts'
import { nextDoor } from './m7/next-door.ts'
import { sixWeeks } from './m7/six-weeks.ts'
import { today } from './m7/today.ts'
import { afterTheVisit } from './m8/after-the-visit.ts'
import { beforeStart } from './m8/before-start.ts'
import { foodTruckAway } from './m8/food-truck.ts'
import { notThePremises } from './m8/not-the-premises.ts'
import { ownChecks } from './m8/own-checks.ts'
import { penalty } from './m8/penalty.ts'
import { whoseRegister } from './m8/whose-register.ts'
import { examination } from './m9/examination.ts'
import { farmSale } from './m9/farm-sale.ts'
import { foodDemand } from './m9/food-demand.ts'
import { fourMonths } from './m9/four-months.ts'
import { licenceOrNotice } from './m9/licence-or-notice.ts'
import { onThePlan, submittedPlan } from './m9/on-the-plan.ts'
import { festival } from './m10/festival.ts'
import { fireSafety } from './m10/fire-safety.ts'
import { gasNote } from './m10/gas-note.ts'
import { howMuch } from './m10/how-much.ts'
import { policeDecide } from './m10/police-decide.ts'
import { squarePlan } from './m10/square-plan.ts'
import { veto } from './m10/veto.ts'
import { whoseLand } from './m10/whose-land.ts'
import { boardOrWhisper } from './m11/board-or-whisper.ts'
import { ceiling } from './m11/ceiling.ts'
import { oneOrAll } from './m11/one-or-all.ts'
import { sameLetter } from './m11/same-letter.ts'
import { samePrice } from './m11/same-price.ts'
import { underTheLimit } from './m11/under-the-limit.ts'
import { wholeValue } from './m11/whole-value.ts'
import { afterTheCase } from './m12/after-the-case.ts'
import { caseMap } from './m12/case-map.ts'
import { pilotMeeting } from './m12/pilot-meeting.ts'
import { proposal } from './m12/proposal.ts'
import { scale } from './m12/scale.ts'
import { stateDoors } from './m12/state-doors.ts'
import { whatWaits } from './m12/what-waits.ts'
import { doorStreet } from './tool/door-street.ts'

/** The pictures that never change, by file name: the build writes the tokens in and puts them beside the document. */
export const pictures: Record<string, () => string> = {
  'dorrgata.svg': doorStreet,
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
  'm5-javstestet.svg': impartialityTest,
  'm5-nej-tack.svg': noThanks,
  'm5-arendet.svg': theCase,
  'm5-offentligt-eller-hemligt.svg': publicOrSecret,
  'm5-samtycket.svg': consent,
  'm5-72-timmar.svg': seventyTwoHours,
  'm6-planen.svg': planMap,
  'm6-tomten.svg': site,
  'm6-garage-blir-salong.svg': garageToSalon,
  'm6-skylten.svg': signs,
  'm6-tio-veckor.svg': tenWeeks,
  'm6-avgiften.svg': fee,
  'm6-tre-besked.svg': threeDecisions,
  'm6-stanna.svg': stop,
  'm6-plankarta.svg': detailedPlan,
  'm6-ritning.svg': applicantsDrawing,
  'm7-dorren-bredvid.svg': nextDoor,
  'm7-fyra-nivaer.svg': fourLevels,
  'm7-miljo-sager-nar.svg': dateInWriting,
  'm7-beslut-fore-start.svg': decisionFirst,
  'm7-sex-veckor.svg': sixWeeks,
  'm7-vatten-och-avfall.svg': drains,
  'm7-i-dag.svg': today,
  'm8-anmal-fore-start.svg': beforeStart,
  'm8-foretaget-flyttar.svg': notThePremises,
  'm8-vilken-myndighet.svg': whoseRegister,
  'm8-sanktionsavgiften.svg': penalty,
  'm8-efter-kontrollen.svg': afterTheVisit,
  'm8-egenkontroll.svg': ownChecks,
  'm8-matvagnen.svg': foodTruckAway,
  'm9-matkravet.svg': foodDemand,
  'm9-provningen.svg': examination,
  'm9-fyra-manader.svg': fourMonths,
  'm9-uteserveringen.svg': onThePlan,
  'm9-ritningen.svg': submittedPlan,
  'm9-gardsforsaljning.svg': farmSale,
  'm9-tillstand-anmalan.svg': licenceOrNotice,
  'm10-brandskyddet.svg': fireSafety,
  'm10-mangden.svg': howMuch,
  'm10-offentlig-plats.svg': policeDecide,
  'm10-kommunens-nej.svg': veto,
  'm10-marken-avgor.svg': whoseLand,
  'm10-evenemang.svg': festival,
  'm10-torgskiss.svg': squarePlan,
  'm10-gor-i-dag.svg': gasNote,
  'm11-stod-till-ett.svg': oneOrAll,
  'm11-statsstod.svg': ceiling,
  'm11-under-gransen.svg': underTheLimit,
  'm11-rakna-ihop.svg': wholeValue,
  'm11-lika-for-alla.svg': sameLetter,
  'm11-ratt-rad.svg': boardOrWhisper,
  'm11-marken.svg': samePrice,
  'm12-arendekartan.svg': caseMap,
  'm12-lotsmotet.svg': pilotMeeting,
  'm12-vad-som-vantar.svg': whatWaits,
  'm12-statliga-dorrar.svg': stateDoors,
  'm12-insikt.svg': afterTheCase,
  'm12-skalan.svg': scale,
  'm12-forenkla.svg': proposal,
  'slutfall-stationen.svg': station,
}
