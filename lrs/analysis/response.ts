import type { ActivityDefinition, InteractionComponent } from '../xapi/types.ts'
import { textOf } from './words.ts'

/**
 * The parts of an answer as a person reads them (Data 2.4.4.1, interaction activities): option texts in the order given,
 * `Sant`/`Falskt`, pairs as `A – B`, numbers as `830 000,5`, anything else as it was sent. Without the full stop at the end.
 */
export function responseTexts(response: string, definition: ActivityDefinition = {}): string[] {
  return readable(withoutParameters(response), definition).map((text) => text.replace(/\.$/, ''))
}

/** The parts of a response or pattern, `a[,]c` as `a` and `c`. */
export function responseParts(response: string): string[] {
  return response === '' ? [] : withoutParameters(response).split('[,]')
}

function readable(response: string, definition: ActivityDefinition): string[] {
  const parts = responseParts(response)
  switch (definition.interactionType) {
    case 'true-false':
      return [response === 'true' ? 'Sant' : response === 'false' ? 'Falskt' : response]
    case 'choice':
    case 'sequencing':
      return parts.map((id) => componentText(definition.choices, id))
    case 'likert':
      return [componentText(definition.scale, response)]
    case 'matching':
      return parts.map((pair) => pairText(pair, definition.source, definition.target))
    case 'performance':
      return parts.map((pair) => pairText(pair, definition.steps, []))
    case 'numeric':
      return [numberInWords(response)]
    default:
      return parts
  }
}

const grouped = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 15 })

const numberInWords = (response: string) =>
  /^-?\d{1,15}(\.\d{1,15})?$/.test(response) ? grouped.format(Number(response)) : response

function pairText(pair: string, sources: InteractionComponent[] = [], targets: InteractionComponent[] = []): string {
  const [source = '', target = ''] = pair.split('[.]')
  return `${componentText(sources, source)} – ${componentText(targets, target)}`
}

function componentText(components: InteractionComponent[] = [], id: string): string {
  return textOf(components.find((component) => component.id === id)?.description) ?? id
}

/** `{case_matters=false}{lang=sv}` in front says how to compare, not what was answered. */
function withoutParameters(response: string): string {
  return response.replace(/^(\{(case_matters|order_matters|lang)=[^}]*\})+/, '')
}
