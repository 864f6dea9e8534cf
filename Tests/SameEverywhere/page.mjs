// What the browser test calls: folds one history by its address.

import { loadCore } from '../../Web/core.mjs';
import { follow } from './follow.mjs';

const core = await loadCore('/.build/wasm/muster.wasm');

globalThis.followHistory = async (address) => follow(core, await (await fetch(address)).text());
