/** What the pages of the SCORM 1.2 and the SCORM 2004 host share; runs in the browser. */
interface Stored {
  cmi?: Record<string, unknown>
  student: { id: string; name: string }
}

const post = (path: string, body: unknown) => {
  const request = new XMLHttpRequest()
  request.open('POST', path, false)
  request.setRequestHeader('content-type', 'application/json')
  request.send(JSON.stringify(body))
}

export const readLearner = async (): Promise<Stored> => (await fetch('/learner')).json()

/** Tells the server what the package did that the standard refuses. */
export const report = (breach: string) => post('/breach', breach)

/** Starts the package: its API must stand by then. */
export function framePackage() {
  const frame = document.createElement('iframe')
  frame.src = '/package/index.html'
  frame.title = 'Kursen'
  frame.style.cssText = 'border:0;width:100%;height:100%'
  document.body.append(frame)
}
