import { fromBase64url } from '../../course/runtime/bytes.ts'
import type { CourseData } from '../../course/runtime/course-data.ts'
import { activities } from '../../course/vocabulary.ts'
import { startCmi5Launcher } from './cmi5-launcher.ts'
import { type CmiLaunch, cmi5Breaches } from './cmi5-rules.ts'
import type { BuiltCourse } from './course-package.ts'
import { temporaryFolder } from './folder.ts'
import { launchesIn, startHostedCourse } from './hosted-course.ts'
import type { Exchange } from './line.ts'
import { startPackageHost, tincanAddress } from './package-host.ts'
import { type Projection, projectCmi, projectCmi2004, projectState, projectStatements } from './projection.ts'
import { startLms } from './scorm12/lms.ts'
import { startLms2004 } from './scorm2004/lms.ts'
import { type SitOptions, type Sitting, sitDown } from './sitting.ts'

/** A package where it is played: one learner who comes back as often as they like, and what is known of them there. */
export interface Stage {
  sit(options?: SitOptions): Promise<Sitting>
  projection(): Promise<Projection>
  /** What the package did that the format refuses; must be empty. */
  breaches(): string[]
  stop(): Promise<void>
}

export interface Played {
  course: BuiltCourse
  data: CourseData
  chromium: string
}

export async function stageScorm12({ course, chromium }: Played) {
  const lms = await startLms(course.scorm12)
  return {
    lms,
    sit: (options?: SitOptions) => sitDown(chromium, lms.url, options),
    projection: async () => projectCmi(lms.cmi()),
    breaches: () => lms.breaches,
    stop: lms.stop,
  }
}

const stageScorm2004 =
  (edition: 'scorm2004-3' | 'scorm2004-4') =>
  async ({ course, chromium }: Played) => {
    const lms = await startLms2004(course.unpack(edition))
    return {
      lms,
      sit: (options?: SitOptions) => sitDown(chromium, lms.url, options),
      projection: async () => projectCmi2004(lms.cmi()),
      breaches: () => lms.breaches,
      stop: lms.stop,
    }
  }

export async function stageCmi5({ course, data, chromium }: Played) {
  const launcher = await startCmi5Launcher(course.unpack('cmi5'))
  return {
    line: launcher.line,
    statements: launcher.statements,
    sit: async (options?: SitOptions) => sitDown(chromium, await launcher.launch(), options),
    projection: async () => projectStatements(await launcher.statements(), data),
    breaches: () => cmi5Faults(launchesIn(launcher.line.exchanges)),
    stop: launcher.stop,
  }
}

export async function stageHosted({ course, data, chromium }: Played) {
  const hosted = await startHostedCourse(course.hosted)
  const link = await hosted.link('Åsa Öberg')
  return {
    hosted,
    line: hosted.line,
    statements: hosted.statements,
    sit: (options?: SitOptions) => sitDown(chromium, link, options),
    projection: async () => projectStatements(await hosted.statements(), data),
    breaches: () => cmi5Faults(hosted.launches()),
    stop: hosted.stop,
  }
}

const cmi5Faults = (launches: { launch: CmiLaunch; exchanges: Exchange[] }[]) =>
  launches.flatMap(({ launch, exchanges }) => cmi5Breaches(launch, exchanges))

export async function stageXapi({ course, data, chromium }: Played) {
  const host = await startPackageHost(course.unpack('xapi'))
  return {
    line: host.line,
    statements: host.statements,
    sit: (options?: SitOptions) => sitDown(chromium, tincanAddress(host, activities.course), options),
    projection: async () => projectStatements(await host.statements(), data),
    breaches: () => [],
    stop: host.stop,
  }
}

/** No LMS: the browser's own profile is what remembers, so it outlives each browser. What is sent is a breach. */
export async function stageWeb({ course, data, chromium }: Played) {
  const host = await startPackageHost(course.unpack('web'))
  const profile = temporaryFolder()
  const address = `${host.url}/package/index.html`
  const sit = (options?: SitOptions) => sitDown(chromium, address, { profile: profile.path, ...options })
  return {
    line: host.line,
    address,
    sit,
    async projection() {
      const { browser, page } = await sit()
      const kept = await page.evaluate((key) => localStorage.getItem(key) ?? '', data.id)
      await browser.close()
      return projectState(fromBase64url(JSON.parse(kept).state) ?? new Uint8Array(), data)
    },
    breaches: () =>
      host.line.exchanges.filter(({ method }) => method !== 'GET').map(({ method, url }) => `${method} ${url}`),
    async stop() {
      await host.stop()
      profile.remove()
    },
  }
}

/** Every format that a learner can meet; `hosted` is our own server's. */
export const stages = {
  scorm12: stageScorm12,
  'scorm2004-3': stageScorm2004('scorm2004-3'),
  'scorm2004-4': stageScorm2004('scorm2004-4'),
  cmi5: stageCmi5,
  xapi: stageXapi,
  web: stageWeb,
  hosted: stageHosted,
} satisfies Record<string, (played: Played) => Promise<Stage>>
