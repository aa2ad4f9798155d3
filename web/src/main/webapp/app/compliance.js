import {Api} from './api.js';
import {Session} from './session.js';
import './ui/compliance-app.js';

const app = document.createElement('compliance-app');
app.api = new Api(new URL('api/v1/', document.baseURI));
app.session = new Session();
document.body.replaceChildren(app);
