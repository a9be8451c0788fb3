/** The icons' one stroke each, in a square of 24 units; drawn by partials/icon.hbs. */
export const icons: Record<string, string> = {
  check: 'M4 12.5l5.5 5.5L20 6.5',
  cross: 'M6 6l12 12M18 6L6 18',
  part: 'M5 12h14',
  down: 'M12 4v15M6 13l6 6 6-6',
  left: 'M20 12H5M11 6l-6 6 6 6',
  right: 'M4 12h15M13 6l6 6-6 6',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  leave: 'M10 4H4v16h6M9 12h11M16 8l4 4-4 4',
  info: 'M12 11v8M12 5v2',
  warning: 'M12 4v10M12 17v2.5',
}
