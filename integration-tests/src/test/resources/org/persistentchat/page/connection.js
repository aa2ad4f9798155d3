import {afterClose, pauseBefore} from '/app/backoff.js';
import {ConnectionLost, Refusal} from '/app/errors.js';
import {equal, Line, settled} from './support.js';

export async function theGreetingMakesItLive() {
  const line = new Line();
  line.connection.start();
  await settled();
  equal(line.connection.live, false);
  await line.greet();
  equal(line.states, ['connecting', 'live']);
}

export async function repliesFindTheirCommandsInAnyOrder() {
  const line = new Line();
  await line.connect();
  const first = line.connection.request('ping');
  const second = line.connection.request('leave', {room: 'r'});
  line.send({id: 2, ok: {}}, {id: 1, ok: {time: 't'}});
  equal([await first, await second], [{time: 't'}, {}]);
}

export async function anErrorReplyRejectsWithItsCode() {
  const line = new Line();
  await line.connect();
  const refused = line.connection.request('ping').catch((error) => error);
  await line.refuse('ping', {code: 'BUSY', number: 106, retry: true, message: 'm'});
  const {code, retry} = await refused;
  equal([code, retry], ['BUSY', true]);
}

export async function whatIsUnansweredIsLostWithTheConnection() {
  const line = new Line();
  await line.connect();
  const lost = line.connection.request('ping').catch((error) => error);
  await line.cut();
  equal((await lost) instanceof ConnectionLost, true);
  equal(line.states.at(-1), 'reconnecting');
}

export async function eachConnectionTakesATicketOfItsOwn() {
  const line = new Line();
  await line.connect();
  await line.cutAndComeBack(4001);
  equal([line.tickets, line.sockets.length, line.connection.live], [2, 2, true]);
}

export async function thePausesGrowUntilTheServerIsThere() {
  const line = new Line({random: () => 1});
  line.refusal = new TypeError('unreachable');
  line.connection.start();
  await settled();
  const pauses = [];
  for (let i = 0; i < 7; i++) {
    const pause = line.connection.state.at - line.clock.now();
    pauses.push(pause);
    await line.clock.advance(pause);
  }
  equal(pauses, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
}

export async function aConnectionThatLastedBeginsWithAShortPauseAgain() {
  const line = new Line({random: () => 1});
  line.refusal = new TypeError('unreachable');
  line.connection.start();
  await settled();
  await line.clock.advance(8_000);
  line.refusal = null;
  await line.comeBack();
  await line.clock.advance(11_000);
  await line.cut();
  equal(line.connection.state.at - line.clock.now(), 1_000);
}

export function aPauseIsRandomOverItsWholeSpan() {
  equal(pauseBefore(3, () => 0), 200);
  equal(pauseBefore(3, () => 1), 8_000);
}

export async function aQuietClientLetsTheServerHearSomethingInTime() {
  const line = new Line();
  await line.connect();
  await line.clock.advance(30_000);
  equal(line.commands.map((command) => command.do), ['ping']);
}

export async function aServerThatDoesNotAnswerIsLeft() {
  const line = new Line();
  await line.connect();
  const silent = line.socket;
  await line.clock.advance(120_000);
  equal(silent.closed, true);
}

export async function aServerThatAnswersIsKept() {
  const line = new Line();
  await line.connect();
  for (let i = 0; i < 20; i++) {
    await line.clock.advance(20_000);
    if (line.commands.length) await line.answer('ping', {time: 't'});
  }
  equal(line.sockets.length, 1);
}

export async function aServerThatDoesNotGreetIsLeft() {
  const line = new Line();
  line.connection.start();
  await settled();
  await line.clock.advance(15_000);
  equal([line.socket.closed, line.connection.state.name], [true, 'reconnecting']);
}

export function theCloseCodeSaysWhetherToComeBack() {
  const back = [1001, 1006, 1011, 4001, 4002, 4003, 4399].map((code) => afterClose(code).reconnect);
  equal(back, Array(7).fill(true));
  const ends = [1000, 1007, 1009, 4401, 4403, 4499].map((code) => afterClose(code).reconnect);
  equal(ends, Array(6).fill(false));
}

export async function aSignedOutPersonIsNotReconnected() {
  const line = new Line();
  await line.connect();
  await line.cut(4401);
  await line.clock.advance(600_000);
  equal([line.connection.state.name, line.tickets], ['signed-out', 1]);
}

export async function aTokenThatIsNotAcceptedEndsTheSession() {
  const line = new Line();
  line.refusal = new Refusal({code: 'NOT_SIGNED_IN', number: 110, status: 401});
  line.connection.start();
  await settled();
  equal(line.connection.state.name, 'signed-out');
}

export async function aBusyServerIsAskedAgain() {
  const line = new Line();
  line.refusal = new Refusal({code: 'TOO_MANY_ATTEMPTS', number: 115, status: 429, retry: true});
  line.connection.start();
  await settled();
  equal(line.connection.state.name, 'reconnecting');
}

export async function aServerThatIsBeingStoppedIsAskedAgain() {
  const line = new Line();
  line.refusal = new Refusal({status: 404});
  line.connection.start();
  await settled();
  equal(line.connection.state.name, 'reconnecting');
}

export async function nothingIsTriedWithoutANetwork() {
  const line = new Line();
  await line.connect();
  line.connection.offline();
  await line.clock.advance(600_000);
  equal([line.connection.state.name, line.tickets], ['offline', 1]);
  line.connection.online();
  await settled();
  await line.greet();
  equal(line.connection.live, true);
}

export async function aTicketThatComesTooLateOpensNothing() {
  const line = new Line();
  line.connection.start();
  line.connection.stop();
  await settled();
  equal([line.sockets.length, line.connection.state.name], [0, 'idle']);
}
