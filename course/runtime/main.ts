import './older-browsers.ts'
import { createTracker } from '#tracker'
import type { CourseData } from './course-data.ts'
import { one } from './dom.ts'
import { fillHandoverByLinks } from './handover.ts'
import { setNotice } from './notices.ts'
import { takeOver } from './only-tab.ts'
import { closeCourse, Player } from './player.ts'
import { decode } from './progress.ts'
import { showSaving } from './save-status.ts'
import { Saving } from './saving.ts'
import { openTerms } from './terms.ts'
import type { Launch } from './tracker.ts'

const data: CourseData = JSON.parse(one(document, '#course-data').textContent ?? '')

async function begin() {
  let player: Player | undefined
  let saving: Saving | undefined
  let given = false
  /** Another tab has the course now. */
  await takeOver(data.id, async () => {
    given = true
    await saving?.now()
    await saving?.end('suspend')
    if (player) player.close('elsewhere')
  })
  const tracker = createTracker(data)
  const launch = await tracker.start()
  if (given) await tracker.end('suspend')
  if (given || launch.over) return closeCourse(given ? 'elsewhere' : 'over')
  if (!launch.recorded) showSaving('unrecorded')
  setNotice('unrecorded', !launch.recorded && launch.mode === 'normal')
  setNotice('review', launch.mode !== 'normal')
  saving = new Saving(tracker, (state) => (state === 'over' ? player?.close('over') : showSaving(state)))
  const progress = launch.state && decode(launch.state, data)
  player = new Player({
    data,
    tracker,
    saving,
    launch,
    events: progress?.events ?? [],
    place: progress?.place ?? {},
  })
  player.start()
  leaveWhenAsked(player, { saving, launch })
  saveWhenLeft(player, saving)
}

function leaveWhenAsked(player: Player, { saving, launch }: { saving: Saving; launch: Launch }) {
  one(document, '#leave').addEventListener('click', async () => {
    const { saved } = await saving.now()
    await saving.end(player.isDone() ? 'done' : 'suspend')
    player.close('left', launch.recorded ? (saved ? 'true' : 'false') : 'unrecorded')
    if (launch.returnUrl) location.assign(launch.returnUrl)
  })
}

/** Hidden may be the last that is heard of a page; pagehide is its end, also when it comes back from the browser's cache. */
function saveWhenLeft(player: Player, saving: Saving) {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void saving.now()
  })
  window.addEventListener('online', () => void saving.now())
  window.addEventListener('pagehide', () => void saving.end('suspend'))
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) player.close('over')
  })
}

fillHandoverByLinks()
openTerms()
void begin()
