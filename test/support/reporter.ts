import mocha from 'mocha'

/** Mocha's spec reporter with one closing line: `N passed, N failed`, `, N skipped` where something was skipped. */
export default class Reporter extends mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats
      console.log(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`)
    })
  }
}
