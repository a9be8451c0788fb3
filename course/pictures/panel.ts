import { rect, words } from './svg.ts'

interface Panel {
  /** What the panel shows, written over it. */
  title: string
  width: number
  height: number
  /** Where the floor begins. */
  floor: number
}

/** One of several small rooms in a picture, with its upper left corner at 0, 0. */
export const panel = ({ title, width, height, floor }: Panel, content: string) =>
  rect([0, 0, width, floor], 'wall') +
  rect([0, floor - 5, width, 5], 'trim') +
  rect([0, floor, width, height - floor], 'ground') +
  content +
  words([14, 33], title, { size: 24, anchor: 'start', color: 'ink' })
