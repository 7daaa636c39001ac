throw new Error('thrown while the module is evaluated');
