/** The element that index.html gives this id. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
    const found = document.getElementById(id);
    if (!(found instanceof type)) throw new Error(`index.html has no ${type.name} with the id "${id}"`);
    return found;
}
