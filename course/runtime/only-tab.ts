/** How long a newer tab waits for the older one to finish, in milliseconds. */
const patience = 2000

/**
 * One tab of a browser has the course: the newest. The older one is told, saves and ends its session (`giveUp`), and lets go;
 * only then does this resolve, so that the newer one reads what the older one saved. A browser without the means waits for nothing.
 */
export async function takeOver(course: string, giveUp: () => Promise<void>): Promise<void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  try {
    const channel = new BroadcastChannel(course)
    channel.postMessage('')
    channel.onmessage = async () => {
      channel.close()
      await giveUp()
      letGo()
    }
    await new Promise<void>((resolve) => {
      setTimeout(resolve, patience)
      // held by an older tab until it lets go; by a tab that dies no longer
      void navigator.locks.request(course, () => {
        resolve()
        return held
      })
    })
  } catch {
    // no channel, no locks (they need https), or a frame that may use neither
  }
}
