/** One thing that was tried on the LMS, and how it went. */
export interface Finding {
  /** What, in the administrator's words: `Läget, 3 500 tecken`. */
  what: string
  outcome: Outcome
  /** What it means, one sentence. */
  meaning: string
  /** The LMS's own words, lengths and codes, for its support. */
  detail: string
  /** Whether the course needs it; without the rest it still works. */
  needed: boolean
}

export type Outcome = 'stored' | 'cut' | 'changed' | 'lost' | 'refused' | 'taken'

export const outcomeWords: Record<Outcome, string> = {
  stored: 'Sparat',
  cut: 'Avkortat',
  changed: 'Ändrat',
  lost: 'Borta',
  refused: 'Nekat',
  taken: 'Mottaget, går inte att läsa tillbaka',
}

export const isGood = ({ outcome }: Finding) => outcome === 'stored' || outcome === 'taken'

/** What all of it comes to, for who decides whether this LMS will do. */
export function conclusion(findings: Finding[]): { good: boolean; sentence: string } {
  const bad = findings.filter((finding) => !isGood(finding))
  const needed = bad.filter((finding) => finding.needed)
  const list = (found: Finding[]) => found.map(({ what }) => what.toLowerCase()).join(', ')
  if (needed.length > 0)
    return {
      good: false,
      sentence: `Kursen kan inte lita på den här utbildningsportalen. Det gäller: ${list(needed)}.`,
    }
  if (bad.length > 0)
    return { good: true, sentence: `Kursen fungerar här. Det här kommer däremot inte fram: ${list(bad)}.` }
  return { good: true, sentence: 'Kursen fungerar här. Allt som den skriver kom fram och gick att läsa igen.' }
}
