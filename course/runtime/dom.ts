/** The one element that the templates are known to hold; an error names the selector when they do not. */
export function one<T extends Element = HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector)
  if (!found) throw new Error(`The page has no ${selector}`)
  return found
}

export const all = <T extends Element = HTMLElement>(root: ParentNode, selector: string): T[] => [
  ...root.querySelectorAll<T>(selector),
]

/** The content of a `<template>`, ready to be put into the page. */
export const fromTemplate = (id: string) =>
  document.importNode(one<HTMLTemplateElement>(document, `template[id="${id}"]`).content, true)

/** An icon of the sprite in icons.hbs. */
export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  use.setAttribute('href', `#icon-${name}`)
  svg.append(use)
  return svg
}

export function element(name: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  made.append(...content)
  return made
}

/** Text for screen readers only. */
export function unseen(text: string): HTMLElement {
  const span = element('span', text)
  span.className = 'unseen'
  return span
}

/** Moves reading on to a heading: keyboard and screen reader continue there. */
export function moveTo(target: HTMLElement, options: { top?: boolean } = {}) {
  target.focus({ preventScroll: options.top === true })
  if (options.top) window.scrollTo(0, 0)
}
