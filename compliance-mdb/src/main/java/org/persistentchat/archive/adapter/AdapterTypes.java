package org.persistentchat.archive.adapter;

import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jboss.modules.Module;
import org.jboss.modules.ModuleLoadException;
import org.persistentchat.archive.adapter.csv.CsvAdapter;
import org.persistentchat.archive.adapter.eml.EmlAdapter;
import org.persistentchat.archive.adapter.xml.XmlAdapter;
import org.persistentchat.compliance.adapter.ComplianceAdapter;

/** The kinds of adapters: our own, and those of modules of the server. */
final class AdapterTypes {

    private AdapterTypes() {}

    /** Where classes of a module come from. */
    @FunctionalInterface
    interface Modules {
        ClassLoader classesOf(String module);
    }

    /** Modules of the server. */
    static ClassLoader ofServer(String module) {
        try {
            return Module.getBootModuleLoader().loadModule(module).getClassLoader();
        } catch (ModuleLoadException absent) {
            throw new IllegalArgumentException("There is no module " + module, absent);
        }
    }

    /**
     * A new adapter of a kind.
     *
     * @param module where to look for it; without one it is our own
     * @throws IllegalArgumentException when there is none
     */
    static ComplianceAdapter create(String type, Optional<String> module, Modules modules) {
        if (module.isEmpty()) {
            return chosen(type, List.of(new XmlAdapter(), new CsvAdapter(), new EmlAdapter()));
        }
        try {
            return chosen(type, ServiceLoader.load(ComplianceAdapter.class, modules.classesOf(module.get())));
        } catch (ServiceConfigurationError faulty) {
            throw new IllegalArgumentException(
                    "Module " + module.get() + " has a faulty adapter: " + faulty.getMessage(), faulty);
        }
    }

    private static ComplianceAdapter chosen(String type, Iterable<ComplianceAdapter> adapters) {
        for (ComplianceAdapter adapter : adapters) {
            if (adapter.type().equals(type)) {
                return adapter;
            }
        }
        throw new IllegalArgumentException("There is no adapter of type " + type);
    }
}
