import { findMunicipality } from '../accounts/municipality.ts'
import type { Lrs } from '../lrs.ts'
import type { SignedIn } from '../middleware/require-role.ts'
import type { PageFrame } from '../web/render.ts'

const pages = [
  { text: 'Händelser', href: '/analys' },
  { text: 'Kolumner', href: '/analys/kolumner' },
]

/** The frame of an analyst's page; `current` is the menu's item for it. */
export async function analysisFrame(
  lrs: Lrs,
  person: SignedIn,
  page: { title: string; current?: string },
): Promise<PageFrame> {
  const municipality = await findMunicipality(lrs.connection, person.municipality)
  return {
    title: page.title,
    municipality: municipality?.name ?? person.municipality,
    menu: pages.map((item) => ({ ...item, current: item.href === page.current })),
    signOut: '/ut',
  }
}
