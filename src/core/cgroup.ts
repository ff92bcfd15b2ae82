/**
 * Folders in which Linux keeps what a container may use, for this text of /proc/self/cgroup: those of the process itself first,
 * then of what it is inside of, which limits it too. In a container the path may be that of the host, and only the last
 * folder exists: files that are missing are to be passed over. Version 2 has one tree, version 1 one for each controller.
 */
export function cgroupFolders(text: string, controller: 'cpu' | 'memory'): string[] {
  return text.split('\n').flatMap((line) => {
    const [id, controllers = '', path] = line.split(':')
    if (path === undefined) return []
    if (id === '0' && controllers === '') return upwards('/sys/fs/cgroup', path)
    return controllers.split(',').includes(controller) ? upwards(`/sys/fs/cgroup/${controller}`, path) : []
  })
}

function upwards(mount: string, path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '')
  return Array.from({ length: parts.length + 1 }, (_, at) => [mount, ...parts.slice(0, parts.length - at)].join('/'))
}
