/// A file system in memory that can lose its power: what was not fsynced is then gone, or torn.
package io.dure.engines.objects.disk;
