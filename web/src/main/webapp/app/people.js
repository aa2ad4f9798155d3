/**
 * Who is in a room that is on screen, and who types there, as the server last said. `count` is null while it is not known; `names` (accounts and names) is null while it
 * is not known or there are too many. Emits `change`.
 */
export class RoomPeople extends EventTarget {
  count = null;
  names = null;
  typing = [];

  /** An answer to `show`, or a push of the whole. */
  whole({count, people}) {
    this.count = count;
    this.names = people ? new Map(people.map(({account, name}) => [account, name])) : null;
    if (!people) this.typing = [];
    this.#changed();
  }

  /** Who came and who went. */
  change({count, came, went}) {
    if (!this.names) return;
    for (const {account, name} of came) this.names.set(account, name);
    for (const account of went) this.names.delete(account);
    this.count = count;
    this.#changed();
  }

  types({people}) {
    this.typing = people;
    this.#changed();
  }

  forget() {
    this.count = null;
    this.names = null;
    this.typing = [];
    this.#changed();
  }

  /** What a push says of the room's people; false if it is about something else. */
  pushed(push) {
    const act = {roster: 'whole', occupancy: 'whole', presence: 'change', typing: 'types'}[push.push];
    if (act) this[act](push);
    return Boolean(act);
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
