const FIRST = 1_000;
const LONGEST = 30_000;
const SHORTEST = 200;

/**
 * Milliseconds to wait before the reconnect number `attempt` (from 0): growing, and random over the whole span, so that the clients of a server that went away do
 * not come back in the same moment.
 */
export function pauseBefore(attempt, random = Math.random) {
  const span = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 10));
  return Math.round(SHORTEST + random() * (span - SHORTEST));
}

/** What a close code asks of a client: come back, or the state that it ends in. */
export function afterClose(code) {
  if (code === 4401) return {reconnect: false, state: 'signed-out', reason: 'You were signed out.'};
  if (code === 4403) return {reconnect: false, state: 'signed-out', reason: 'This account may not use the chat any more.'};
  if (code >= 4400 && code < 4500) return {reconnect: false, state: 'signed-out', reason: 'The server ended the session.'};
  if (code === 1000) return {reconnect: false, state: 'ended', reason: 'The connection was closed.'};
  if (code === 1007 || code === 1009) return {reconnect: false, state: 'ended', reason: `The server did not accept what was sent (${code}).`};
  return {reconnect: true};
}
