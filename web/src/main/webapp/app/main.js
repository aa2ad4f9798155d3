import {Api} from './api.js';
import {Session} from './session.js';
import './ui/chat-app.js';

const app = document.createElement('chat-app');
app.api = new Api(new URL('api/v1/', document.baseURI));
app.session = new Session();
document.body.replaceChildren(app);
