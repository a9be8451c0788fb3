import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame } from 'playwright-core'

/** axe-core's script, to be evaluated in a frame before `accessibilityFaults`. */
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeNode {
  html: string
  any: { data?: { messageKey?: string | null } | null }[]
}

interface AxeResult {
  violations: { id: string; nodes: AxeNode[] }[]
  incomplete: { id: string; nodes: AxeNode[] }[]
}

/** What axe says of a frame: its faults, what it leaves to a human to judge, and how much it looked at. */
export interface Accessibility {
  faults: string[]
  /** By rule and reason, `color-contrast bgGradient`: the elements. */
  undecided: Record<string, string[]>
  /** Elements that are rendered. */
  elements: number
}

/** What axe finds against WCAG 2.2 AA and good practice, no rule off, nothing excluded. */
export async function accessibility(frame: Frame): Promise<Accessibility> {
  return frame.evaluate(async () => {
    const options = { resultTypes: ['violations', 'incomplete'] }
    const { violations, incomplete }: AxeResult = await Reflect.get(window, 'axe').run(document, options)
    const undecided: Record<string, string[]> = {}
    for (const { id, nodes } of incomplete)
      for (const { any, html } of nodes) {
        const reason = `${id} ${any[0]?.data?.messageKey ?? ''}`.trim()
        undecided[reason] = [...(undecided[reason] ?? []), html.slice(0, 120)]
      }
    return {
      faults: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
      undecided,
      elements: [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility()).length,
    }
  })
}

export const accessibilityFaults = async (frame: Frame): Promise<string[]> => (await accessibility(frame)).faults

/** What is too wide for the frame, too small to hit or too small to read (WCAG 2.2 1.4.10, 2.5.8; look.md). */
export const layoutFaults = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.trim().slice(0, 30)}”`
    const seen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen, .skip')
    const faults: string[] = []
    if (document.documentElement.scrollWidth > innerWidth)
      faults.push(`${document.documentElement.scrollWidth} px wide`)
    for (const target of document.querySelectorAll(
      'button:not(.term), select, textarea, summary, .number input, .button, .bar-link, .brand, .options label, .sheet label, .rail-list a, .contents a',
    ))
      if (seen(target) && innerWidth < 1000 && Math.round(target.getBoundingClientRect().height) < 44)
        faults.push(`${name(target)} is ${target.getBoundingClientRect().height} px high`)
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement
      if (!parent || !texts.currentNode.nodeValue?.trim() || !seen(parent) || parent.closest('svg, script, textarea'))
        continue
      if (Number.parseFloat(getComputedStyle(parent).fontSize) < 15) faults.push(`${name(parent)} is too small`)
    }
    return faults
  })
