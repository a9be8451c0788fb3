import { kills } from './kills.ts'
import { pages } from './pages.ts'
import type { Proof } from './proof.ts'
import { reads } from './reads.ts'
import { requests } from './requests.ts'

/** Every proof by its name, in the order of the report. */
export const proofs: Record<string, Proof> = { kills, reads, requests, pages }
