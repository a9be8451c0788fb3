import process from 'node:process'
import { benchCourse } from './bench/course.ts'
import { benchLrs } from './bench/lrs.ts'

/** `npm run bench [-- course|lrs]`: figures of this machine at this moment; compare only what one run prints. */
const parts: Record<string, () => Promise<void>> = { course: benchCourse, lrs: benchLrs }
const wanted = process.argv.slice(2)
for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await part()
