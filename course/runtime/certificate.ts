import { all, one } from './dom.ts'
import type { Launch } from './tracker.ts'
import type { Verdict } from './verdict.ts'

/** Everything is done, and the final test passed where the package holds one. */
export const isFinished = ({ completed, tested, passed }: Verdict) => completed && (!tested || passed === true)

/** The certificate of who has finished the course; a line to write on where the LMS gives no name. */
export function mountCertificate(root: HTMLElement, { verdict, launch }: { verdict: Verdict; launch: Launch }) {
  const finished = String(isFinished(verdict))
  for (const part of all(root, '[data-finished]')) part.hidden = part.dataset.finished !== finished
  // SCORM has the family name first: `Öberg, Åsa`
  one(root, '#certified').textContent = (launch.name ?? '').split(', ').reverse().join(' ')
  one(root, '.facts time').textContent = new Date().toLocaleDateString('sv-SE')
  one(root, '[data-passed]').hidden = !verdict.passed
  one(root, '[data-do="print"]').addEventListener('click', () => print())
}
