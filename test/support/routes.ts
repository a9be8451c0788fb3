import type { Express } from 'express'

/** What stands in a router's stack: a route, a router mounted below a path, or a handler of everything below one. */
interface Layer {
  route?: { path: string; _methods(withHead: boolean): string[] }
  handle: { stack?: Layer[] }
  rawPath: string | string[]
}

/**
 * Everything that an application answers, as it is mounted now: `GET /xapi/agents`; `*` is what takes any method. A handler
 * that serves a whole folder is no route: `USE /kurs/fil/:version` stands for it where no route lies at its path or below.
 */
export function routesOf(app: Express): string[] {
  const all = below('', (app.router as unknown as { stack: Layer[] }).stack)
  const paths = all.filter((route) => !route.startsWith('USE ')).map((route) => route.split(' ')[1] ?? '')
  const isAnswered = (path: string) => paths.some((one) => one === path || one.startsWith(`${path}/`))
  return [...new Set(all)].filter((route) => !route.startsWith('USE ') || !isAnswered(route.slice('USE '.length)))
}

function below(base: string, stack: Layer[]): string[] {
  return stack.flatMap(({ route, handle, rawPath }) =>
    [rawPath].flat().flatMap((path) => {
      const whole = `${base}${path}`.replace(/(.)\/$/, '$1')
      if (route) return route._methods(true).map((method) => `${method} ${whole}`)
      if (handle.stack) return below(path === '/' ? base : whole, handle.stack)
      return path === '/' ? [] : [`USE ${whole}`]
    }),
  )
}
