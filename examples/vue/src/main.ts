/** In the browser: takes over what a server has rendered, or renders it where none has. */
import { createApp, createSSRApp } from 'vue';
import { createWebHistory } from 'vue-router';
import { prepare } from './app.ts';
import { Shop } from './shop.ts';

const root = document.querySelector('#root') ?? document.body;
const app = await prepare((root.hasChildNodes() ? createSSRApp : createApp)(Shop), createWebHistory());
app.mount(root);
