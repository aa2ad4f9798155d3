import {Refusal} from './errors.js';

/** The REST interface. Every call resolves with the answer's JSON, or rejects with a Refusal, or with a TypeError if the server cannot be reached. */
export class Api {
  #base;
  #fetch;
  token = null;

  constructor(base, fetchFunction = (...call) => fetch(...call)) {
    this.#base = base;
    this.#fetch = fetchFunction;
  }

  async signIn(account, password) {
    return this.#call('POST', 'tokens', {body: {account, password}, anonymous: true});
  }

  async signOut() {
    return this.#call('DELETE', 'tokens/current');
  }

  async ticket() {
    return (await this.#call('POST', 'tickets')).ticket;
  }

  async me() {
    return this.#call('GET', 'people/me');
  }

  /** One page of the rooms by name; `after` is the `next` of the page before. */
  async rooms({name = '', after = '', limit = 100} = {}) {
    const query = new URLSearchParams({limit: String(limit)});
    if (name) query.set('name', name);
    if (after) query.set('after', after);
    return this.#call('GET', `rooms?${query}`);
  }

  async room(id) {
    return this.#call('GET', `rooms/${encodeURIComponent(id)}`);
  }

  /** One page of the levels that were chosen, and of the rooms that name the person. */
  async follows(after = '') {
    const query = new URLSearchParams({limit: '500'});
    if (after) query.set('after', after);
    return this.#call('GET', `people/me/follows?${query}`);
  }

  async follow(room, level) {
    return this.#call('PUT', `people/me/follows/${encodeURIComponent(room)}`, {body: {level}});
  }

  async pins(room) {
    return this.#call('GET', `rooms/${encodeURIComponent(room)}/pins`);
  }

  /** A call below `compliance/`. */
  async compliance(method, path, {body, etag} = {}) {
    return this.#call(method, `compliance/${path}`, {body, etag});
  }

  /** A case with the `etag` that a change of it needs. */
  async complianceCase(id) {
    const response = await this.#send('GET', `compliance/cases/${encodeURIComponent(id)}`);
    return {...(await response.json()), etag: response.headers.get('ETag')};
  }

  /** The sealed package of a case, as a Blob. */
  async compliancePackage(id) {
    return (await this.#send('GET', `compliance/cases/${encodeURIComponent(id)}/package`, {accept: 'application/zip'})).blob();
  }

  async #call(method, path, options) {
    const response = await this.#send(method, path, options);
    return response.status === 204 || response.status === 202 ? null : response.json();
  }

  /** The answer, if it is none that refuses. */
  async #send(method, path, {body, etag, accept = 'application/json', anonymous = false} = {}) {
    const headers = {Accept: `${accept}, application/problem+json`};
    if (!anonymous && this.token) headers.Authorization = `Bearer ${this.token}`;
    if (etag) headers['If-Match'] = etag;
    if (body) headers['Content-Type'] = 'application/json';
    const response = await this.#fetch(new URL(path, this.#base), {
      method,
      headers,
      body: body && JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
    });
    if (response.ok) return response;
    const problem = await response.json().catch(() => ({}));
    throw new Refusal({...problem, message: problem.detail ?? problem.message ?? problem.title, status: response.status});
  }
}
