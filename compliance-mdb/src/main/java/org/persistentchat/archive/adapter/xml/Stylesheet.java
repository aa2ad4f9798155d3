package org.persistentchat.archive.adapter.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.Templates;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** A customer's transformation, XSLT 1.0. It holds a whole file in memory while it works, and reads from no network. */
final class Stylesheet {

    private final Templates templates;

    /**
     * Reads the stylesheet.
     *
     * @throws IllegalArgumentException when it cannot be used
     */
    Stylesheet(Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("The stylesheet " + file + " cannot be read");
        }
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "file");
            templates = factory.newTemplates(new StreamSource(file.toFile()));
        } catch (TransformerConfigurationException faulty) {
            throw new IllegalArgumentException("The stylesheet " + file + " is faulty: " + faulty.getMessage(), faulty);
        }
    }

    void transform(Path xml, OutputStream out) throws IOException {
        try {
            templates.newTransformer().transform(new StreamSource(xml.toFile()), new StreamResult(out));
        } catch (TransformerException failed) {
            throw new IOException("The transformation failed: " + failed.getMessage(), failed);
        }
    }
}
