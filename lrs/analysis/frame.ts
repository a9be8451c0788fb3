import { findMunicipality } from '../accounts/municipality.ts'
import type { Lrs } from '../lrs.ts'
import type { SignedIn } from '../middleware/require-role.ts'
import type { PageFrame } from '../web/render.ts'

const questions = { text: 'Frågor till datan', href: '/analys/fragor' }
const pages = [{ text: 'Händelser', href: '/analys' }, questions, { text: 'Kolumner', href: '/analys/kolumner' }]

/** The frame of an analyst's page; `current` is the menu's item for it. The menu holds what the person's roles open. */
export async function analysisFrame(
  lrs: Lrs,
  person: SignedIn,
  page: { title: string; current?: string },
): Promise<PageFrame> {
  const municipality = await findMunicipality(lrs.connection, person.municipality)
  return {
    title: page.title,
    municipality: municipality?.name ?? person.municipality,
    menu: (person.roles.includes('granskare') ? pages : [questions]).map((item) => ({
      ...item,
      current: item.href === page.current,
    })),
    signOut: '/ut',
  }
}
