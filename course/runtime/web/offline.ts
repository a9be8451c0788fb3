/** Keeps the course for visits without a network. Opened from a folder, or in a browser that forbids it, it stays as it is. */
export function keepOffline(navigator: Navigator = window.navigator) {
  if (!('serviceWorker' in navigator) || !location.protocol.startsWith('http')) return
  navigator.serviceWorker.register('service-worker.js').catch(() => undefined)
}
